/**
 * What @types/google-apps-script 2.0.13 lacks; each entry cites its reference page. Delete an entry when the
 * package catches up.
 */
declare namespace GoogleAppsScript {
  namespace Forms {
    interface FormApp {
      /** https://developers.google.com/apps-script/reference/forms/form-app#createtitle,-ispublished */
      create(title: string, isPublished: boolean): Form;
      /** https://developers.google.com/apps-script/reference/forms/rating-icon-type */
      RatingIconType: { STAR: RatingIconType; HEART: RatingIconType; THUMB_UP: RatingIconType };
    }

    enum RatingIconType {
      STAR,
      HEART,
      THUMB_UP,
    }

    interface Form {
      /** https://developers.google.com/apps-script/reference/forms/form#setpublishedenabled */
      setPublished(enabled: boolean): Form;
      /** https://developers.google.com/apps-script/reference/forms/form#ispublished */
      isPublished(): boolean;
      /** https://developers.google.com/apps-script/reference/forms/form#addpublishedreaderemailaddress */
      addPublishedReader(emailAddress: string): Form;
      /** https://developers.google.com/apps-script/reference/forms/form#addpublishedreadersemailaddresses */
      addPublishedReaders(emailAddresses: string[]): Form;
      /** https://developers.google.com/apps-script/reference/forms/form#removepublishedreaderemailaddress */
      removePublishedReader(emailAddress: string): Form;
      /** https://developers.google.com/apps-script/reference/forms/form#getpublishedreaders */
      getPublishedReaders(): GoogleAppsScript.Base.User[];
      /** https://developers.google.com/apps-script/reference/forms/form#supportsadvancedresponderpermissions */
      supportsAdvancedResponderPermissions(): boolean;
      /** https://developers.google.com/apps-script/reference/forms/form#addratingitem */
      addRatingItem(): RatingItem;
    }

    /** https://developers.google.com/apps-script/reference/forms/rating-item */
    interface RatingItem {
      createResponse(response: number): ItemResponse;
      duplicate(): RatingItem;
      getHelpText(): string;
      getId(): number;
      getIndex(): number;
      getRatingIcon(): RatingIconType;
      getRatingScaleLevel(): number;
      getTitle(): string;
      getType(): ItemType;
      isRequired(): boolean;
      setHelpText(text: string): RatingItem;
      setRatingIcon(icon: RatingIconType): RatingItem;
      setRatingScaleLevel(level: number): RatingItem;
      setRequired(enabled: boolean): RatingItem;
      setTitle(title: string): RatingItem;
    }

    interface Item {
      /** https://developers.google.com/apps-script/reference/forms/item#asratingitem */
      asRatingItem(): RatingItem;
    }
  }

  namespace Lock {
    interface LockService {
      /** `null` outside a document: https://developers.google.com/apps-script/reference/lock/lock-service */
      getDocumentLock(): Lock | null;
    }
  }
}
