-- Grain: claim whose name joins the name of another claim of the item with more (A・B holds A): both are kept apart.
WITH claims AS (
  SELECT DISTINCT plan_id, item_no, claim FROM marts.collection_claims
)
SELECT joined.plan_id, joined.item_no, joined.claim, part.claim AS part
FROM claims AS joined
JOIN claims AS part
  ON part.plan_id = joined.plan_id
  AND part.item_no = joined.item_no
  AND part.claim <> joined.claim
  AND list_contains(string_split(joined.claim, '・'), part.claim)
ORDER BY ALL
