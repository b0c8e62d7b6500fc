-- Grain: item, kind ('sale' or 'lease'), region and fiscal year that states its contracts.
-- contracts_change is on the fiscal year before; before_key: that year.
-- year_contracts: those of all regions of that kind and year, region_keys: their rows.
-- share_percent is of year_contracts, rounded to one decimal; rank 1 is the region with most in the year.
WITH regions AS (
  SELECT
    *,
    first_value(contracts) OVER year_before AS previous_contracts,
    any_value(struct_pack(item_no, kind, region, fiscal_year)) OVER year_before AS before_key,
    sum(contracts) OVER same_year AS year_contracts,
    list(struct_pack(item_no, kind, region, fiscal_year) ORDER BY source_line, source_column) OVER same_year AS region_keys
  FROM assets
  WHERE region IS NOT NULL AND contracts IS NOT NULL
  WINDOW
    year_before AS (PARTITION BY plan_id, item_no, kind, region ORDER BY fiscal_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING),
    same_year AS (PARTITION BY plan_id, item_no, kind, fiscal_year)
)
SELECT
  plan_id,
  item_no,
  kind,
  region,
  fiscal_year,
  contracts,
  struct_pack(item_no, fiscal_year, kind, region) AS region_key,
  contracts - previous_contracts AS contracts_change,
  before_key,
  year_contracts::INTEGER AS year_contracts,
  region_keys,
  round(100.0 * contracts / nullif(year_contracts, 0), 1) AS share_percent,
  (row_number() OVER (PARTITION BY plan_id, item_no, kind, fiscal_year ORDER BY contracts DESC, source_line, source_column))::INTEGER AS rank
FROM regions
ORDER BY plan_id, item_no, kind, source_line, source_column
