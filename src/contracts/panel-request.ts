/** The side panel's tabs. */
export type PanelTab = 'overview' | 'quotes' | 'claims' | 'names' | 'timeline' | 'kept';

/** Another surface asks the side panel to show one of its tabs. */
export interface PanelRequest {
  /** The tab of the browser whose page is meant: a panel of another window shows another page. */
  readonly tabId: number;
  readonly tab: PanelTab;
}
