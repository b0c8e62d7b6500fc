-- Grain: numeric target for the head count, with the latest head count that is stated before it.
-- needed = target − actual (persons); positive: so many more are needed.
WITH targets_with_day AS (
  SELECT
    targets.*,
    max(staffing.as_of) AS as_of
  FROM targets
  JOIN staffing
    ON staffing.plan_id = targets.plan_id
    AND staffing.item_no = targets.item_no
    AND staffing.fiscal_year < targets.fiscal_year
    AND staffing.actual IS NOT NULL
  WHERE targets.measure = 'staff'
  GROUP BY ALL
)
SELECT
  plan_id,
  item_no,
  targets_with_day.fiscal_year,
  targets_with_day.value::INTEGER AS target,
  struct_pack(item_no, fiscal_year := targets_with_day.fiscal_year, target_no) AS target_key,
  as_of,
  staffing.actual,
  struct_pack(item_no, as_of) AS staffing_key,
  targets_with_day.value::INTEGER - staffing.actual AS needed,
  targets_with_day.source_line
FROM targets_with_day
JOIN staffing USING (plan_id, item_no, as_of)
ORDER BY plan_id, item_no, targets_with_day.fiscal_year
