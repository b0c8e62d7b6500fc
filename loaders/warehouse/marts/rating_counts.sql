-- Grain: plan and rating given. items: how many items have it.
SELECT plan_id, rating, count(*)::INTEGER AS items
FROM items
WHERE rating IS NOT NULL
GROUP BY ALL
ORDER BY plan_id, rating
