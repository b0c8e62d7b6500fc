-- Grain: item that is in several current plans (items.lineage), and value that one of these states of it: measure, fiscal year, and
-- number in the year (row_no) where it states several. The rating of the whole plan has no fiscal year.
-- value: of a rating NULL, and words has it. effect_key, target_key, planned_key or actual_key: the row that has the value.
WITH lines AS (
  SELECT lineage FROM items WHERE lineage IS NOT NULL GROUP BY lineage HAVING count(DISTINCT plan_id) > 1
),
effect_places AS (
  SELECT plan_id, item_no, fiscal_year, source_line, min(source_page) AS source_page, min(source_cell) AS source_cell
  FROM effects
  GROUP BY ALL
),
days AS (
  SELECT *, row_number() OVER (PARTITION BY plan_id, item_no, fiscal_year ORDER BY as_of)::INTEGER AS day_no FROM staffing
),
stated AS (
  SELECT plan_id, item_no, fiscal_year, 'effect_yen' AS measure, 1 AS row_no, amount_yen::DOUBLE AS value, '円' AS unit, labels AS words,
    source_line, source_page, source_cell,
    struct_pack(item_no, fiscal_year) AS effect_key, NULL AS target_key, NULL AS planned_key, NULL AS actual_key
  FROM marts.effect_item_years
  LEFT JOIN effect_places USING (plan_id, item_no, fiscal_year, source_line)
  UNION ALL
  SELECT plan_id, item_no, fiscal_year, 'effect_target_yen', target_no, value, unit, NULL,
    source_line, source_page, source_cell,
    NULL, struct_pack(item_no, fiscal_year, target_no), NULL, NULL
  FROM targets
  WHERE measure = 'effect_yen'
  UNION ALL
  SELECT plan_id, item_no, fiscal_year, 'staff_planned', day_no, planned, '人', scope,
    source_line, source_page, source_cell,
    NULL, NULL, struct_pack(item_no, as_of), NULL
  FROM days
  WHERE planned IS NOT NULL
  UNION ALL
  SELECT plan_id, item_no, fiscal_year, 'staff_actual', day_no, actual, '人', scope,
    source_line, source_page, source_cell,
    NULL, NULL, NULL, struct_pack(item_no, as_of)
  FROM days
  WHERE actual IS NOT NULL
  UNION ALL
  SELECT plan_id, item_no, fiscal_year, 'rating', rating_no, NULL, NULL, rating,
    source_line, source_page, source_cell,
    NULL, NULL, NULL, NULL
  FROM ratings
)
SELECT
  stated.plan_id,
  stated.item_no,
  items.title,
  items.lineage,
  stated.fiscal_year,
  stated.measure,
  stated.row_no,
  stated.value,
  stated.unit,
  stated.words,
  stated.source_line,
  stated.source_page,
  stated.source_cell,
  stated.effect_key,
  stated.target_key,
  stated.planned_key,
  stated.actual_key
FROM stated
JOIN items USING (plan_id, item_no)
SEMI JOIN lines USING (lineage)
ORDER BY
  lineage, fiscal_year NULLS LAST, stated.plan_id, item_no,
  list_position(['effect_yen', 'effect_target_yen', 'staff_planned', 'staff_actual', 'rating'], measure), row_no
