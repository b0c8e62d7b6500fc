-- Grain: item and day of a head count. gap = actual − planned (persons); negative: fewer than planned.
SELECT
  plan_id,
  item_no,
  as_of,
  fiscal_year,
  planned,
  actual,
  actual - planned AS gap,
  actual - lag(actual) OVER (PARTITION BY plan_id, item_no ORDER BY as_of) AS change,
  source_line,
  source_column,
  source_end_line,
  source_end_column
FROM staffing
ORDER BY plan_id, item_no, as_of
