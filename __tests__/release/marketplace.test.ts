import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Action {
  readonly name: string;
  readonly author: string;
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
}

const root = new URL('../../', import.meta.url);
const action = parse(readFileSync(new URL('action.yml', root), 'utf8')) as Action;

/** The form of a listing refuses a description of this many characters. */
const DESCRIPTION_LIMIT = 125;

/** What GitHub's documentation of `branding.color` lists. */
const COLORS = 'white black yellow blue green orange red purple gray-dark'.split(' ');

/** What its documentation of `branding.icon` lists: of Feather 4.28, without those left out there. */
const ICONS =
  `activity airplay alert-circle alert-octagon alert-triangle align-center align-justify align-left
  align-right anchor aperture archive arrow-down-circle arrow-down-left arrow-down-right arrow-down
  arrow-left-circle arrow-left arrow-right-circle arrow-right arrow-up-circle arrow-up-left
  arrow-up-right arrow-up at-sign award bar-chart-2 bar-chart battery-charging battery bell-off bell
  bluetooth bold book-open book bookmark box briefcase calendar camera-off camera cast check-circle
  check-square check chevron-down chevron-left chevron-right chevron-up chevrons-down chevrons-left
  chevrons-right chevrons-up circle clipboard clock cloud-drizzle cloud-lightning cloud-off
  cloud-rain cloud-snow cloud code command compass copy corner-down-left corner-down-right
  corner-left-down corner-left-up corner-right-down corner-right-up corner-up-left corner-up-right
  cpu credit-card crop crosshair database delete disc dollar-sign download-cloud download droplet
  edit-2 edit-3 edit external-link eye-off eye fast-forward feather file-minus file-plus file-text
  file film filter flag folder-minus folder-plus folder gift git-branch git-commit git-merge
  git-pull-request globe grid hard-drive hash headphones heart help-circle home image inbox info
  italic layers layout life-buoy link-2 link list loader lock log-in log-out mail map-pin map
  maximize-2 maximize menu message-circle message-square mic-off mic minimize-2 minimize
  minus-circle minus-square minus monitor moon more-horizontal more-vertical move music navigation-2
  navigation octagon package paperclip pause-circle pause percent phone-call phone-forwarded
  phone-incoming phone-missed phone-off phone-outgoing phone pie-chart play-circle play plus-circle
  plus-square plus pocket power printer radio refresh-ccw refresh-cw repeat rewind rotate-ccw
  rotate-cw rss save scissors search send server settings share-2 share shield-off shield
  shopping-bag shopping-cart shuffle sidebar skip-back skip-forward slash sliders smartphone speaker
  square star stop-circle sun sunrise sunset table tablet tag target terminal thermometer
  thumbs-down thumbs-up toggle-left toggle-right trash-2 trash trending-down trending-up triangle
  truck tv type umbrella underline unlock upload-cloud upload user-check user-minus user-plus user-x
  user users video-off video voicemail volume-1 volume-2 volume-x volume watch wifi-off wifi wind
  x-circle x-square x zap-off zap zoom-in zoom-out`.split(/\s+/);

/** Names that the Marketplace keeps for itself: its categories. */
const CATEGORIES =
  /^(?:api management|chat|code (?:quality|review|search)|container ci|continuous integration|dependency management|deployment|ides|learning|localization|mobile(?: ci)?|monitoring|project management|publishing|security|support|testing|utilities)$/i;

describe('what the Marketplace asks of action.yml', () => {
  it('has a description that its form takes', () => {
    expect(action.description.trim()).toBe(action.description);
    expect(action.description.length).toBeLessThan(DESCRIPTION_LIMIT);
    expect(action.description.length).toBeGreaterThan(0);
  });

  it('has the name of the project, which is no category and does not pass for one of GitHub', () => {
    const { name } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as Action;
    expect(action.name).toBe(name);
    expect(action.name).toMatch(/^[a-z]+-[a-z-]+$/);
    expect(action.name).not.toMatch(CATEGORIES);
    expect(action.name).not.toMatch(/^(?:github|actions?)\b/);
  });

  it('has an author, and an icon and a colour that exist', () => {
    expect(action.author).not.toBe('');
    expect(ICONS).toContain(action.branding.icon);
    expect(COLORS).toContain(action.branding.color);
  });

  it('is described beside it, and there is no second file for the action', () => {
    expect(existsSync(new URL('README.md', root))).toBe(true);
    expect(existsSync(new URL('action.yaml', root))).toBe(false);
  });
});
