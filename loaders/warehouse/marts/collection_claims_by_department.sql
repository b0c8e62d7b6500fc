-- Grain: claim, department that collected it, and fiscal year, in an item.
-- rank counts claims with their department: the largest claim first, its departments in the order in which they first collected it.
-- is_every_year: whether every year of the item that lists claims lists it.
-- department: 記載なし where the rows name none.
-- Identity: the amounts of a claim's year add up to collection_claims.amount_yen.
WITH years AS (
  SELECT
    plan_id,
    item_no,
    claim,
    coalesce(department, '記載なし') AS department,
    fiscal_year,
    sum(amount_yen)::BIGINT AS amount_yen,
    list(struct_pack(item_no, fiscal_year, claim_no) ORDER BY claim_no) AS collection_keys,
    min(claim_no) AS claim_no,
    min(source_line) AS source_line
  FROM collections
  GROUP BY ALL
),
pairs AS (
  SELECT plan_id, item_no, claim, department, count(*) AS years, min(struct_pack(fiscal_year, claim_no)) AS first
  FROM years
  GROUP BY ALL
),
ranks AS (
  SELECT DISTINCT plan_id, item_no, claim, rank FROM marts.collection_claims
),
item_years AS (
  SELECT plan_id, item_no, count(*) AS years FROM marts.collection_years GROUP BY ALL
),
ranked AS (
  SELECT
    pairs.* EXCLUDE (years, first),
    (row_number() OVER (PARTITION BY pairs.plan_id, pairs.item_no ORDER BY ranks.rank, pairs.first))::INTEGER AS rank,
    pairs.years = item_years.years AS is_every_year
  FROM pairs
  JOIN ranks USING (plan_id, item_no, claim)
  JOIN item_years USING (plan_id, item_no)
)
SELECT years.* EXCLUDE (claim_no), ranked.rank, ranked.is_every_year
FROM years
JOIN ranked USING (plan_id, item_no, claim, department)
ORDER BY plan_id, item_no, rank, fiscal_year
