-- Grain: item, kind ('sale', 'lease', and 'all' for both, which has amounts alone) and fiscal year.
-- contracts: as stated, else the sum over the regions (contracts_summed). mean_yen = amount ÷ contracts, in whole yen.
-- total_key: the row that states the kind's total; sale_key, lease_key: the kinds that 'all' is the sum of; contract_keys:
-- the row that states the contracts, or those of the regions; before_key: the year before; year_keys: all years so far.
-- Identity: 'all' = 'sale' + 'lease' in each year = the effect of the item (rule effect-breakdown).
-- Changes are on the fiscal year before; NULL where that year states nothing.
WITH regions AS (
  SELECT
    plan_id,
    item_no,
    kind,
    fiscal_year,
    sum(contracts)::INTEGER AS contracts,
    list(struct_pack(item_no, fiscal_year, kind, region) ORDER BY source_line, source_column) FILTER (contracts IS NOT NULL) AS region_keys
  FROM assets
  WHERE region IS NOT NULL
  GROUP BY ALL
),
kinds AS (
  SELECT
    totals.plan_id,
    totals.item_no,
    totals.kind,
    totals.fiscal_year,
    totals.amount_yen,
    totals.area_m2,
    totals.method,
    coalesce(totals.contracts, regions.contracts) AS contracts,
    totals.contracts IS NULL AND regions.contracts IS NOT NULL AS contracts_summed,
    round(totals.amount_yen / nullif(coalesce(totals.contracts, regions.contracts), 0))::BIGINT AS mean_yen,
    struct_pack(totals.item_no, totals.fiscal_year, totals.kind, totals.region) AS total_key,
    CASE WHEN totals.contracts IS NULL THEN region_keys ELSE [total_key] END AS contract_keys
  FROM assets AS totals
  LEFT JOIN regions USING (plan_id, item_no, kind, fiscal_year)
  WHERE totals.region IS NULL
),
years AS (
  SELECT * FROM kinds
  UNION ALL BY NAME
  SELECT
    plan_id,
    item_no,
    'all' AS kind,
    fiscal_year,
    sum(amount_yen)::BIGINT AS amount_yen,
    any_value(struct_pack(item_no, kind, fiscal_year)) FILTER (kind = 'sale') AS sale_key,
    any_value(struct_pack(item_no, kind, fiscal_year)) FILTER (kind = 'lease') AS lease_key
  FROM kinds
  GROUP BY plan_id, item_no, fiscal_year
),
compared AS (
  SELECT
    *,
    any_value(amount_yen) OVER year_before AS previous_yen,
    any_value(contracts) OVER year_before AS previous_contracts,
    any_value(area_m2) OVER year_before AS previous_area_m2,
    any_value(mean_yen) OVER year_before AS previous_mean_yen,
    any_value(struct_pack(item_no, kind, fiscal_year)) OVER year_before AS before_key,
    (sum(amount_yen) OVER earlier)::BIGINT AS cumulative_yen,
    list(struct_pack(item_no, kind, fiscal_year)) FILTER (amount_yen IS NOT NULL) OVER earlier AS year_keys
  FROM years
  WINDOW
    earlier AS (PARTITION BY plan_id, item_no, kind ORDER BY fiscal_year),
    year_before AS (PARTITION BY plan_id, item_no, kind ORDER BY fiscal_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)
)
SELECT
  compared.* EXCLUDE (previous_yen, previous_contracts, previous_area_m2, previous_mean_yen),
  items.title,
  (amount_yen - previous_yen)::BIGINT AS change_yen,
  round(100.0 * (amount_yen - previous_yen) / nullif(previous_yen, 0), 1) AS change_percent,
  contracts - previous_contracts AS contracts_change,
  round(100.0 * (contracts - previous_contracts) / nullif(previous_contracts, 0), 1) AS contracts_change_percent,
  round(area_m2 - previous_area_m2, 2) AS area_change_m2,
  round(100.0 * (area_m2 - previous_area_m2) / nullif(previous_area_m2, 0), 1) AS area_change_percent,
  (mean_yen - previous_mean_yen)::BIGINT AS mean_change_yen,
  round(100.0 * (mean_yen - previous_mean_yen) / nullif(previous_mean_yen, 0), 1) AS mean_change_percent
FROM compared
JOIN items USING (plan_id, item_no)
ORDER BY plan_id, item_no, kind, fiscal_year
