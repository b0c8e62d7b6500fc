import { killedBuild, killedIngest } from '../../tools/fuzz/kills.ts'
import { describeKills } from '../support/kills.ts'
import { shareOf } from '../support/share.ts'

describeKills('ingest', killedIngest, shareOf(60))
describeKills('a build', killedBuild, shareOf(60))
