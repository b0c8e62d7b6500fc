-- Grain: item that receives donations and fiscal year. gifts is NULL where the document does not count them.
-- mean_yen = amount ÷ gifts, rounded to whole yen; cumulative_… are over all years so far.
-- Identity: the amounts add up to effect_totals.computed_yen, the gifts to computed_quantity.
-- Changes are on the fiscal year before; NULL where that year states nothing.
WITH years AS (
  SELECT
    effect_years.plan_id,
    effect_years.item_no,
    effect_years.title,
    effect_years.fiscal_year,
    effect_years.amount_yen,
    (sum(effects.quantity) FILTER (effects.quantity_unit = '件'))::BIGINT AS gifts
  FROM marts.effect_years
  JOIN effects
    ON effects.plan_id = effect_years.plan_id
    AND effects.item_no = effect_years.item_no
    AND effects.fiscal_year = effect_years.fiscal_year
    AND effects.part_of IS NULL
  WHERE effect_years.kind = 'donation' AND effect_years.amount_yen IS NOT NULL
  GROUP BY ALL
),
means AS (
  SELECT
    *,
    round(amount_yen / nullif(gifts, 0))::BIGINT AS mean_yen,
    (sum(amount_yen) OVER earlier)::BIGINT AS cumulative_yen,
    (sum(gifts) OVER earlier)::BIGINT AS cumulative_gifts,
    count(*) OVER earlier = count(gifts) OVER earlier AS counts_all
  FROM years
  WINDOW earlier AS (PARTITION BY plan_id, item_no ORDER BY fiscal_year)
)
SELECT
  * EXCLUDE (counts_all),
  CASE WHEN counts_all THEN round(cumulative_yen / nullif(cumulative_gifts, 0))::BIGINT END AS cumulative_mean_yen,
  (amount_yen - first_value(amount_yen) OVER year_before)::BIGINT AS amount_change_yen,
  round(100.0 * (amount_yen - first_value(amount_yen) OVER year_before) / nullif(first_value(amount_yen) OVER year_before, 0), 1) AS amount_change_percent,
  (gifts - first_value(gifts) OVER year_before)::BIGINT AS gifts_change,
  round(100.0 * (gifts - first_value(gifts) OVER year_before) / nullif(first_value(gifts) OVER year_before, 0), 1) AS gifts_change_percent,
  (mean_yen - first_value(mean_yen) OVER year_before)::BIGINT AS mean_change_yen,
  round(100.0 * (mean_yen - first_value(mean_yen) OVER year_before) / nullif(first_value(mean_yen) OVER year_before, 0), 1) AS mean_change_percent
FROM means
WINDOW year_before AS (PARTITION BY plan_id, item_no ORDER BY fiscal_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)
ORDER BY plan_id, item_no, fiscal_year
