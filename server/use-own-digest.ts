// Node's own SHA-256 for the fingerprints of core: the same digits as everywhere, without the cost.
import { hash } from 'node:crypto';
import { useDigest } from '../core/fingerprint.ts';

useDigest((text) => hash('sha256', text, 'hex'));
