-- Grain: plan and lead department of a rated item. items: its rated items, item_keys: which; department_no: departments in
-- the order of their first rated item; only_rating: the rating that all of them have.
WITH departments AS (
  SELECT
    plan_id,
    lead_department,
    min(item_no) AS first_item_no,
    count(*)::INTEGER AS items,
    CASE WHEN count(DISTINCT rating) = 1 THEN min(rating) END AS only_rating,
    list(struct_pack(item_no) ORDER BY item_no) AS item_keys
  FROM items
  WHERE lead_department IS NOT NULL AND rating IS NOT NULL
  GROUP BY ALL
)
SELECT
  plan_id,
  row_number() OVER (PARTITION BY plan_id ORDER BY first_item_no)::INTEGER AS department_no,
  lead_department,
  items,
  only_rating,
  item_keys
FROM departments
ORDER BY plan_id, department_no
