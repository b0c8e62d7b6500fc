-- Grain: item and fiscal year with a target or planned head count and a result to set against it, and each year in which an
-- item with a target in yen reports an effect though no target of that year is stated ('unstated').
-- result: as item_targets has it; of several in one year the one that decides: missed, then met, then those of head counts.
-- target_key: the target that decides; effect_key: the effect of a year without one.
WITH compared AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY plan_id, item_no, fiscal_year
      ORDER BY list_position(['missed', 'met', 'more', 'fewer', 'as_planned'], result), kind DESC, row_no
    ) AS nth
  FROM marts.item_targets
  WHERE result NOT IN ('ahead', 'unmatched')
),
in_yen AS (
  SELECT DISTINCT plan_id, item_no FROM compared WHERE measure = 'effect_yen'
)
SELECT
  plan_id,
  item_no,
  fiscal_year,
  result,
  target,
  unit,
  NULL::BIGINT AS actual_yen,
  struct_pack(item_no, kind, fiscal_year, row_no) AS target_key,
  NULL AS effect_key
FROM compared
WHERE nth = 1
UNION ALL
SELECT
  plan_id,
  item_no,
  fiscal_year,
  'unstated',
  NULL,
  NULL,
  amount_yen,
  NULL,
  struct_pack(item_no, fiscal_year)
FROM marts.effect_item_years
JOIN in_yen USING (plan_id, item_no)
ANTI JOIN marts.item_targets USING (plan_id, item_no, fiscal_year)
ORDER BY plan_id, item_no, fiscal_year
