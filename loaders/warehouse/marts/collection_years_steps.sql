-- Grain: step from what was collected in the year before (rank 0) over the six claims that changed most (1–6) and all
-- others together (7) to what was collected in the year (rank 8). from_yen, to_yen: where the step starts and ends.
-- Identity: each step starts where the one before it ended; the last change step ends at the year's amount.
WITH changes AS (
  SELECT
    plan_id,
    item_no,
    fiscal_year,
    least(rank, 7) AS rank,
    CASE WHEN rank <= 6 THEN claim END AS claim,
    count(*)::INTEGER AS claims,
    sum(change_yen)::BIGINT AS change_yen
  FROM marts.collection_years_changes
  GROUP BY ALL
),
pairs AS (
  SELECT years.plan_id, years.item_no, years.fiscal_year, before.amount_yen AS before_yen, years.amount_yen
  FROM marts.collection_years AS years
  JOIN marts.collection_years AS before
    ON before.plan_id = years.plan_id AND before.item_no = years.item_no AND before.fiscal_year = years.fiscal_year - 1
),
steps AS (
  SELECT plan_id, item_no, fiscal_year, 0 AS rank, NULL AS claim, NULL AS claims, NULL AS change_yen, 0 AS from_yen, before_yen AS to_yen FROM pairs
  UNION ALL
  SELECT
    changes.*,
    pairs.before_yen + sum(change_yen) OVER earlier - change_yen AS from_yen,
    pairs.before_yen + sum(change_yen) OVER earlier AS to_yen
  FROM changes
  JOIN pairs USING (plan_id, item_no, fiscal_year)
  WINDOW earlier AS (PARTITION BY changes.plan_id, changes.item_no, changes.fiscal_year ORDER BY changes.rank)
  UNION ALL
  SELECT plan_id, item_no, fiscal_year, 8, NULL, NULL, NULL, 0, amount_yen FROM pairs
)
SELECT
  plan_id,
  item_no,
  fiscal_year,
  rank,
  claim,
  claims,
  change_yen::BIGINT AS change_yen,
  from_yen::BIGINT AS from_yen,
  to_yen::BIGINT AS to_yen
FROM steps
ORDER BY plan_id, item_no, fiscal_year, rank
