import { expect, it } from 'vitest'
import { departmentEnding, wholeDepartment } from '../../loaders/vocabulary/departments.ts'

const ending = new RegExp(`${departmentEnding}$`)

it.each(['総務課', '財政係', '図書館', '水道局', '支所', '子育て支援センター', '議会事務局', '農業委員会', '市民病院'])('%s is a department', (name) => {
  expect([wholeDepartment.test(name), ending.test(name)]).toEqual([true, true])
})

it.each(['小学校分校', '推進チーム', '企画班', '協議会'])('%s is one in a list of departments alone', (name) => {
  expect([wholeDepartment.test(name), ending.test(name)]).toEqual([true, false])
})

it.each(['人事関係', '公共場所', '体験農園'])('%s is one in a bracket alone', (name) => {
  expect([wholeDepartment.test(name), ending.test(name)]).toEqual([false, true])
})

it.each(['市税', '現年度', '施設使用料'])('%s is none', (name) => {
  expect([wholeDepartment.test(name), ending.test(name)]).toEqual([false, false])
})
