import { shareOf } from '../support/share.ts'
import { describeSownErrors } from '../support/sown-errors.ts'

describeSownErrors(Number(process.env.SOWN_ERRORS ?? shareOf(100)))
