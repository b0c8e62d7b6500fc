-- Grain: item of a plan, side of that plan ('before', 'after') and item there that is the same (items.lineage); one row without another
-- item where the plan there has none. Only of plans that share an item with another current plan.
-- The plan there is the nearest that has the item, else the nearest that shares any item with this plan.
-- items_here, items_there: how many items of the two plans are the same one; more than one where an item was split.
WITH members AS (
  SELECT items.plan_id, item_no, items.title, lineage, first_fiscal_year
  FROM items
  JOIN plans USING (plan_id)
  WHERE lineage IS NOT NULL AND first_fiscal_year IS NOT NULL
),
linked AS (
  SELECT DISTINCT
    here.plan_id,
    CASE WHEN there.first_fiscal_year < here.first_fiscal_year THEN 'before' ELSE 'after' END AS side,
    there.plan_id AS other_plan_id,
    abs(there.first_fiscal_year - here.first_fiscal_year) AS distance
  FROM members AS here
  JOIN members AS there USING (lineage)
  WHERE here.first_fiscal_year <> there.first_fiscal_year
),
counted AS (
  SELECT plan_id, lineage, count(*)::INTEGER AS items FROM members GROUP BY ALL
),
nearest AS (
  SELECT members.*, side, other_plan_id, here.items AS items_here, coalesce(there.items, 0) AS items_there
  FROM members
  JOIN linked USING (plan_id)
  JOIN counted AS here ON here.plan_id = members.plan_id AND here.lineage = members.lineage
  LEFT JOIN counted AS there ON there.plan_id = other_plan_id AND there.lineage = members.lineage
  QUALIFY row_number() OVER (PARTITION BY members.plan_id, item_no, side ORDER BY there.items IS NULL, distance, other_plan_id) = 1
)
SELECT
  nearest.plan_id,
  nearest.item_no,
  nearest.title,
  nearest.lineage,
  side,
  other_plan_id,
  others.item_no AS other_item_no,
  others.title AS other_title,
  items_here,
  items_there
FROM nearest
LEFT JOIN members AS others ON others.plan_id = other_plan_id AND others.lineage = nearest.lineage
ORDER BY nearest.plan_id, nearest.item_no, side DESC, other_item_no
