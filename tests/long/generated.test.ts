import { describeGenerated } from '../support/generated-laws.ts'
import { shareOf } from '../support/share.ts'

describeGenerated(shareOf(1000))
