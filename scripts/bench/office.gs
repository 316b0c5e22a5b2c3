/** Bench: what makes a copy of the program JCCI's. */
function make(secret) {
  PropertiesService.getScriptProperties().setProperties({
    'cci.fleet.book': SpreadsheetApp.create('配布の状況').getId(),
    'cci.fleet.folder': DriveApp.createFolder('配信').getId(),
    'cci.fleet.master': secret,
  });
}
