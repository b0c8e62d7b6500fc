import { column, itemNo, itemTitleColumn, ofItem, planId, required, type Table, unified } from '../records/table.ts'

/** The view of every department that an item names. */
export const itemDepartments = {
  name: 'item_departments',
  title: '項目の担当課の一覧',
  grain: '項目が挙げる担当課1つに1行 (記入担当課も)。課ごとに集めるには department_unified を使う',
  key: [],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    itemTitleColumn,
    column('department', 'VARCHAR', '担当課', '担当課 (公表どおり)', required),
    { ...unified('department', '担当課'), ...required },
    column('is_lead', 'BOOLEAN', '記入担当課', '項目の記入担当課か', required),
  ],
} as const satisfies Table

/** The query that the view `item_departments` is: departments of an item in the order of its head, and the lead where that has it not. */
export const itemDepartmentsQuery = `WITH named AS (
  SELECT plan_id, item_no, unnest(departments) AS department, unnest(departments_unified) AS department_unified, generate_subscripts(departments, 1) AS place
  FROM items
  UNION ALL
  SELECT plan_id, item_no, lead_department, lead_department_unified, 0
  FROM items
  WHERE lead_department IS NOT NULL AND NOT list_contains(coalesce(departments_unified, []), lead_department_unified)
)
SELECT
  plan_id,
  item_no,
  items.title AS item_title,
  department,
  department_unified,
  department_unified IS NOT DISTINCT FROM lead_department_unified AS is_lead
FROM named
JOIN items USING (plan_id, item_no)
ORDER BY plan_id, item_no, place`
