-- Grain: kind of effect ('donation' or 'saving') and fiscal year in which any effect is stated.
-- amount_yen is NULL in a year without that kind; cumulative_yen is over all years so far.
-- share_percent is of the year, cumulative_share_percent of all years so far; rounded to one decimal.
-- kind_key: the kind in this year; year_keys: in all years so far; all_key: all kinds in this year.
-- Identity: the cumulative_yen of a year add up to that of 'all' in effect_years_by_kind.
WITH kinds AS (
  SELECT DISTINCT plan_id, kind FROM marts.effect_years_by_kind WHERE kind <> 'all' AND amount_yen IS NOT NULL
),
years AS (
  SELECT plan_id, fiscal_year, amount_yen AS year_yen, cumulative_yen AS year_cumulative_yen
  FROM marts.effect_years_by_kind
  WHERE kind = 'all' AND amount_yen IS NOT NULL
),
filled AS (
  SELECT
    kinds.plan_id,
    kinds.kind,
    years.fiscal_year,
    amounts.amount_yen,
    coalesce((sum(amounts.amount_yen) OVER earlier)::BIGINT, 0) AS cumulative_yen,
    years.year_yen,
    years.year_cumulative_yen,
    struct_pack(kind := kinds.kind, fiscal_year := years.fiscal_year) AS kind_key,
    list(struct_pack(kind := kinds.kind, fiscal_year := years.fiscal_year)) FILTER (amounts.amount_yen IS NOT NULL) OVER earlier AS year_keys,
    struct_pack(kind := 'all', fiscal_year := years.fiscal_year) AS all_key
  FROM kinds
  JOIN years USING (plan_id)
  LEFT JOIN marts.effect_years_by_kind AS amounts
    ON amounts.plan_id = kinds.plan_id
    AND amounts.kind = kinds.kind
    AND amounts.fiscal_year = years.fiscal_year
  WINDOW earlier AS (PARTITION BY kinds.plan_id, kinds.kind ORDER BY years.fiscal_year)
)
SELECT
  plan_id,
  kind,
  fiscal_year,
  amount_yen,
  cumulative_yen,
  round(100.0 * amount_yen / nullif(year_yen, 0), 1) AS share_percent,
  round(100.0 * cumulative_yen / nullif(year_cumulative_yen, 0), 1) AS cumulative_share_percent,
  kind_key,
  year_keys,
  all_key
FROM filled
ORDER BY plan_id, kind, fiscal_year
