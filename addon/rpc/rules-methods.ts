/** Methods of the page 規程を調べる. A part of its own (`scripts/build/parts.ts`). */
import { buildRules } from '../../apps-script/jobs/rules/build.ts';
import { chooseRulesFolder, makeRulesFolder, rulesTexts } from '../../apps-script/jobs/rules/look.ts';
import { rulesFilesView, rulesView } from '../view/rules.ts';
import type { RulesOutputs } from '../view/rules-protocol.ts';
import type { MethodsOf } from './types.ts';

export const rulesMethods: MethodsOf<keyof RulesOutputs> = {
  rules: (services) => rulesView(services, services.ruleFiles),
  rulesTexts: (services, { key, piece }) => rulesTexts(services, services.ruleFiles, key, piece),
  rulesFiles: (services) => rulesFilesView(services, services.ruleFiles),
  makeRulesFolder(services) {
    makeRulesFolder(services, services.ruleFiles);
    return rulesView(services, services.ruleFiles);
  },
  chooseRulesFolder(services, { address }) {
    chooseRulesFolder(services, services.ruleFiles, address);
    return rulesView(services, services.ruleFiles);
  },
  buildRules: (services) => buildRules(services, services.ruleFiles),
};
