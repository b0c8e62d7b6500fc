-- Grain: plan, lead department and rating given. department_no: departments in the order of their first item.
-- item_keys: the items counted.
-- Identity: the items of a rating over all departments are rating_counts.items, where each item has a lead department.
SELECT
  plan_id,
  department_no,
  lead_department,
  rating,
  count(*)::INTEGER AS items,
  list(struct_pack(item_no) ORDER BY item_no) AS item_keys
FROM items
JOIN (SELECT plan_id, department_no, lead_department FROM marts.department_items) USING (plan_id, lead_department)
WHERE rating IS NOT NULL
GROUP BY ALL
ORDER BY plan_id, department_no, rating
