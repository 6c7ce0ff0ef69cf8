// How long the name of a shop (店鋪) may be, wherever one comes in: on the wire, on the command line, in the pane.
import { z } from 'zod';

export const SHOP_NAME_LENGTH_MAX = 200;

/** What a schema says of a longer one: the server has a sentence of its own for it. */
export const SHOP_NAME_TOO_LONG = 'the name of a shop is too long';

export const shopNameSchema = z.string().min(1).max(SHOP_NAME_LENGTH_MAX, SHOP_NAME_TOO_LONG);
