const common = '課|室|局|部|センター|署'

/** The end of a department's name where two may share a name's letters: no 関係 for a 係, no 会館 cut before its 館. */
export const wholeDepartment = new RegExp(
  `(?:${common}|班|機構|チーム|担当|(?<!関)係|(?:支|事務|出張|保育|相談|研究|派出)所|(?:会|図書|公民|文化|博物|美術|体育)館|(?:病|医|学|議)院|(?:保育|幼稚|こども|子ども|学)園|(?:学|分)校|(?:委員|協議|審議|議|協)会)$`,
)

/** The last letters of a department that stands alone in a bracket, where nothing else can end so. */
export const departmentEnding = `(?:${common}|係|所|館|院|園|委員会)`
