/**
 * Id of a video in an address of YouTube, or the id itself; undefined for anything else
 * (https://developers.google.com/apps-script/reference/forms/video-item#setvideourlyoutubeurl).
 */
export const videoId = (text: string): string | undefined =>
  /^(?:https?:\/\/(?:www\.|m\.)?(?:youtube\.com\/(?:watch\?(?:[^#]*&)?v=|embed\/|shorts\/)|youtu\.be\/))?([\w-]{11})(?:[?&#].*)?$/.exec(
    text,
  )?.[1];

/** The one address under which a video is kept. */
export const videoAddress = (id: string): string => `https://www.youtube.com/watch?v=${id}`;
