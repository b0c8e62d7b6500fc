-- Grain: item of a plan that is in several current plans, of which more than one states effects in yen of it, or one whose effects are open.
-- total_yen: its effects of all years and plans together, NULL where they cannot be added up: hindrance 'open' where some plan's effects
-- cannot (items.effects_open), 'overlap' where two plans state the same year, 'names' where two years call the effects differently.
-- years: years with an effect; year_keys: the rows of line_years that total_yen is the sum of.
WITH named AS (
  SELECT plan_id, item_no, fiscal_year, list(label_unified ORDER BY effect_no) AS names
  FROM marts.effect_lines
  WHERE amount_yen IS NOT NULL
  GROUP BY ALL
),
opened AS (
  SELECT lineage, bool_or(effects_open IS NOT NULL) AS is_open FROM items GROUP BY lineage
),
stated AS (
  SELECT line_years.*, named.names
  FROM marts.line_years
  JOIN named USING (plan_id, item_no, fiscal_year)
  WHERE measure = 'effect_yen'
),
shared_years AS (
  SELECT DISTINCT lineage FROM stated GROUP BY lineage, fiscal_year HAVING count(DISTINCT plan_id) > 1
),
lines AS (
  SELECT
    lineage,
    CASE
      WHEN any_value(is_open) THEN 'open'
      WHEN lineage IN (FROM shared_years) THEN 'overlap'
      WHEN min(names) IS DISTINCT FROM max(names) THEN 'names'
    END AS hindrance,
    sum(value)::BIGINT AS sum_yen,
    count(DISTINCT fiscal_year)::INTEGER AS years,
    list(struct_pack(plan_id, item_no, fiscal_year, measure, row_no) ORDER BY fiscal_year, plan_id, item_no) AS year_keys
  FROM stated
  JOIN opened USING (lineage)
  GROUP BY lineage
  HAVING count(DISTINCT plan_id) > 1 OR any_value(is_open)
)
SELECT
  items.plan_id,
  items.item_no,
  items.title,
  lineage,
  hindrance,
  CASE WHEN hindrance IS NULL THEN sum_yen END AS total_yen,
  years,
  year_keys
FROM items
JOIN lines USING (lineage)
ORDER BY items.plan_id, items.item_no
