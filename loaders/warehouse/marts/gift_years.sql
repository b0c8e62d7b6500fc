-- Grain: item that receives donations and fiscal year. gifts is NULL where the document does not count them.
-- mean_yen = amount ÷ gifts, rounded to whole yen; cumulative_… are over all years so far.
-- effect_key: the donations of the item and year; gift_keys: the lines that count them; before_key: the year before;
-- year_keys: all years so far.
-- Identity: where an item has donations alone, the amounts add up to effect_totals.computed_yen, the gifts to computed_quantity.
-- Changes are on the fiscal year before; NULL where that year states nothing.
WITH years AS (
  SELECT
    years.plan_id,
    years.item_no,
    years.title,
    years.fiscal_year,
    years.amount_yen,
    (sum(lines.quantity) FILTER (lines.quantity_unit = '件'))::BIGINT AS gifts,
    struct_pack(years.item_no, years.kind, years.fiscal_year) AS effect_key,
    list(struct_pack(lines.item_no, lines.fiscal_year, lines.effect_no) ORDER BY lines.effect_no) FILTER (
      lines.quantity_unit = '件' AND lines.quantity IS NOT NULL
    ) AS gift_keys,
    min(lines.source_line) AS source_line
  FROM marts.effect_years AS years
  JOIN marts.effect_lines AS lines USING (plan_id, item_no, fiscal_year, kind)
  WHERE years.kind = 'donation' AND years.amount_yen IS NOT NULL
  GROUP BY ALL
),
compared AS (
  SELECT
    *,
    round(amount_yen / nullif(gifts, 0))::BIGINT AS mean_yen,
    any_value(amount_yen) OVER year_before AS previous_yen,
    any_value(gifts) OVER year_before AS previous_gifts,
    any_value(round(amount_yen / nullif(gifts, 0))::BIGINT) OVER year_before AS previous_mean_yen,
    any_value(struct_pack(item_no, fiscal_year)) OVER year_before AS before_key,
    (sum(amount_yen) OVER earlier)::BIGINT AS cumulative_yen,
    (sum(gifts) OVER earlier)::BIGINT AS cumulative_gifts,
    count(*) OVER earlier = count(gifts) OVER earlier AS counts_all,
    list(struct_pack(item_no, fiscal_year)) OVER earlier AS year_keys
  FROM years
  WINDOW
    earlier AS (PARTITION BY plan_id, item_no ORDER BY fiscal_year),
    year_before AS (PARTITION BY plan_id, item_no ORDER BY fiscal_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)
)
SELECT
  * EXCLUDE (previous_yen, previous_gifts, previous_mean_yen, counts_all),
  CASE WHEN counts_all THEN round(cumulative_yen / nullif(cumulative_gifts, 0))::BIGINT END AS cumulative_mean_yen,
  (amount_yen - previous_yen)::BIGINT AS amount_change_yen,
  round(100.0 * (amount_yen - previous_yen) / nullif(previous_yen, 0), 1) AS amount_change_percent,
  (gifts - previous_gifts)::BIGINT AS gifts_change,
  round(100.0 * (gifts - previous_gifts) / nullif(previous_gifts, 0), 1) AS gifts_change_percent,
  (mean_yen - previous_mean_yen)::BIGINT AS mean_change_yen,
  round(100.0 * (mean_yen - previous_mean_yen) / nullif(previous_mean_yen, 0), 1) AS mean_change_percent
FROM compared
ORDER BY plan_id, item_no, fiscal_year
