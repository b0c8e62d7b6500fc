-- Grain: plan, lead department and rating given. department_no: departments in the order of their first item.
-- Identity: the items of a rating over all departments are rating_counts.items, where each item has a lead department.
WITH departments AS (
  SELECT plan_id, lead_department, min(item_no) AS first_item_no
  FROM items
  WHERE lead_department IS NOT NULL AND rating IS NOT NULL
  GROUP BY ALL
),
numbered AS (
  SELECT *, row_number() OVER (PARTITION BY plan_id ORDER BY first_item_no)::INTEGER AS department_no FROM departments
)
SELECT plan_id, department_no, lead_department, rating, count(*)::INTEGER AS items
FROM items
JOIN numbered USING (plan_id, lead_department)
WHERE rating IS NOT NULL
GROUP BY ALL
ORDER BY plan_id, department_no, rating
