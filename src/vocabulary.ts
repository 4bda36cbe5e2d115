/**
 * Every code that crosses the wire, once, a file for each subject. Chinese and English names are in
 * docs/glossary.md; a test holds the two against each other.
 */
export * from './vocabulary/agreements.ts';
export * from './vocabulary/assignment.ts';
export * from './vocabulary/capabilities.ts';
export * from './vocabulary/engagements.ts';
export * from './vocabulary/imports.ts';
export * from './vocabulary/matching.ts';
export * from './vocabulary/needs.ts';
export * from './vocabulary/notifications.ts';
export * from './vocabulary/organizations.ts';
export * from './vocabulary/reports.ts';
export * from './vocabulary/turns.ts';
