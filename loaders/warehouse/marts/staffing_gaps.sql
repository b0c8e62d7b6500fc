-- Grain: item and day of a head count. gap = actual − planned (persons); negative: fewer than planned.
-- change: on the day counted before, whose row before_key names. scope: which staff the document counts.
SELECT
  plan_id,
  item_no,
  as_of,
  fiscal_year,
  planned,
  planned_figure_no,
  actual,
  actual_figure_no,
  stated_gap,
  stated_gap_figure_no,
  actual - planned AS gap,
  actual - lag(actual) OVER days AS change,
  lag(struct_pack(item_no, as_of)) OVER days AS before_key,
  source_line,
  source_column,
  source_end_line,
  source_end_column,
  scope,
  lag(scope) OVER days AS previous_scope
FROM staffing
WINDOW days AS (PARTITION BY plan_id, item_no ORDER BY as_of)
ORDER BY plan_id, item_no, as_of
