import { shareOf } from '../support/share.ts'
import { describeSownErrors } from '../support/sown-errors.ts'

/** Of fewer documents one report too many would be more than the 2% that may be. */
const fewest = 25

describeSownErrors(Number(process.env.SOWN_ERRORS ?? Math.max(fewest, shareOf(100))))
