/** What the page 調査の結果 asks of the world: JCCI's properties, its folder, and the workbook in which it carries surveys out. */
import { type DashboardDoor, surveysKey } from '../jobs/dashboard/door.ts';
import { consoleDoor } from './web-app.ts';

export function dashboardDoor(): DashboardDoor {
  const book = PropertiesService.getScriptProperties().getProperty(surveysKey) ?? '';
  return { ...consoleDoor(), book: book.trim() };
}
