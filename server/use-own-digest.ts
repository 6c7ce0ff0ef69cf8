// Node's own SHA-256 for the fingerprints of core: the same digits as everywhere, without the cost.
import { createHash } from 'node:crypto';
import { useDigest } from '../core/fingerprint.ts';

useDigest((text) => createHash('sha256').update(text, 'utf8').digest('hex'));
