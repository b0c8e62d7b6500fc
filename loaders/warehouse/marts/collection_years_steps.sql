-- Grain: step from what was collected in the year before (rank 0) over the six claims that changed most (1–6) and all
-- others together (7) to what was collected in the year (rank 8). from_yen, to_yen: where the step starts and ends.
-- change_keys: the changes that change_yen is the sum of.
-- Identity: each step starts where the one before it ended; the last change step ends at the year's amount.
WITH changes AS (
  SELECT
    plan_id,
    item_no,
    fiscal_year,
    least(rank, 7) AS rank,
    CASE WHEN rank <= 6 THEN claim END AS claim,
    count(*)::INTEGER AS claims,
    sum(change_yen)::BIGINT AS change_yen,
    list(struct_pack(item_no, claim, fiscal_year) ORDER BY collection_years_changes.rank) AS change_keys
  FROM marts.collection_years_changes
  GROUP BY ALL
),
pairs AS (
  SELECT plan_id, item_no, fiscal_year, previous_yen AS before_yen, amount_yen
  FROM marts.collection_years
  WHERE previous_yen IS NOT NULL
),
steps AS (
  SELECT plan_id, item_no, fiscal_year, 0 AS rank, 0 AS from_yen, before_yen AS to_yen FROM pairs
  UNION ALL BY NAME
  SELECT
    changes.*,
    pairs.before_yen + sum(change_yen) OVER earlier - change_yen AS from_yen,
    pairs.before_yen + sum(change_yen) OVER earlier AS to_yen
  FROM changes
  JOIN pairs USING (plan_id, item_no, fiscal_year)
  WINDOW earlier AS (PARTITION BY changes.plan_id, changes.item_no, changes.fiscal_year ORDER BY changes.rank)
  UNION ALL BY NAME
  SELECT plan_id, item_no, fiscal_year, 8 AS rank, 0 AS from_yen, amount_yen AS to_yen FROM pairs
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
  to_yen::BIGINT AS to_yen,
  change_keys
FROM steps
ORDER BY plan_id, item_no, fiscal_year, rank
