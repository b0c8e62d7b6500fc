-- Grain: plan and result of target_years. years: how many items and years have it; year_keys: which.
SELECT
  plan_id,
  result,
  count(*)::INTEGER AS years,
  list(struct_pack(item_no, fiscal_year) ORDER BY item_no, fiscal_year) AS year_keys
FROM marts.target_years
WHERE result <> 'unstated'
GROUP BY ALL
ORDER BY plan_id, result
