-- Grain: item, kind ('sale', 'lease', and 'all' for both, which has amounts alone) and fiscal year.
-- contracts: as stated, else the sum over the regions (contracts_summed). mean_yen = amount ÷ contracts, in whole yen.
-- Identity: 'all' = 'sale' + 'lease' in each year = the effect of the item (rule effect-breakdown).
-- Changes are on the fiscal year before; NULL where that year states nothing.
WITH regions AS (
  SELECT plan_id, item_no, kind, fiscal_year, sum(contracts)::INTEGER AS contracts
  FROM assets
  WHERE region IS NOT NULL
  GROUP BY ALL
),
totals AS (
  SELECT
    plan_id,
    item_no,
    kind,
    fiscal_year,
    sum(amount_yen)::BIGINT AS amount_yen,
    sum(contracts)::INTEGER AS stated,
    sum(area_m2) AS area_m2,
    string_agg(DISTINCT method, '、' ORDER BY method) AS method
  FROM assets
  WHERE region IS NULL
  GROUP BY ALL
),
kinds AS (
  SELECT
    totals.* EXCLUDE (stated),
    coalesce(stated, regions.contracts) AS contracts,
    stated IS NULL AND regions.contracts IS NOT NULL AS contracts_summed,
    round(amount_yen / nullif(coalesce(stated, regions.contracts), 0))::BIGINT AS mean_yen
  FROM totals
  LEFT JOIN regions USING (plan_id, item_no, kind, fiscal_year)
),
years AS (
  SELECT * FROM kinds
  UNION ALL BY NAME
  SELECT plan_id, item_no, 'all' AS kind, fiscal_year, sum(amount_yen)::BIGINT AS amount_yen FROM kinds GROUP BY ALL
)
SELECT
  *,
  (sum(amount_yen) OVER earlier)::BIGINT AS cumulative_yen,
  (amount_yen - first_value(amount_yen) OVER year_before)::BIGINT AS change_yen,
  round(100.0 * (amount_yen - first_value(amount_yen) OVER year_before) / nullif(first_value(amount_yen) OVER year_before, 0), 1) AS change_percent,
  contracts - first_value(contracts) OVER year_before AS contracts_change,
  round(100.0 * (contracts - first_value(contracts) OVER year_before) / nullif(first_value(contracts) OVER year_before, 0), 1) AS contracts_change_percent,
  round(area_m2 - first_value(area_m2) OVER year_before, 2) AS area_change_m2,
  round(100.0 * (area_m2 - first_value(area_m2) OVER year_before) / nullif(first_value(area_m2) OVER year_before, 0), 1) AS area_change_percent,
  (mean_yen - first_value(mean_yen) OVER year_before)::BIGINT AS mean_change_yen,
  round(100.0 * (mean_yen - first_value(mean_yen) OVER year_before) / nullif(first_value(mean_yen) OVER year_before, 0), 1) AS mean_change_percent
FROM years
WINDOW earlier AS (PARTITION BY plan_id, item_no, kind ORDER BY fiscal_year),
  year_before AS (PARTITION BY plan_id, item_no, kind ORDER BY fiscal_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)
ORDER BY plan_id, item_no, kind, fiscal_year
