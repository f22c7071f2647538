/** What counts visits says nothing of the page; any other parameter may be the number of an article. */
const trackingParameter =
  /^(?:utm_[^=]*|_ga|_gl|dclid|fbclid|gbraid|gclid|gclsrc|igshid|mc_cid|mc_eid|msclkid|twclid|wbraid|yclid)(?:=|$)/i;

/** Site, path and parameters of an address, without what may differ between addresses of one page; empty if it has none. */
export function addressKey(address: string): string {
  const site = addressSite(address);
  if (site === '') return '';
  const [, path = '', query = ''] = /^[^:]+:\/\/[^/?#]+([^?#]*)(?:\?([^#]*))?/.exec(address) ?? [];
  const parameters = query.split('&').filter((one) => one !== '' && !trackingParameter.test(one));
  return [site + path.replace(/\/+$/, ''), ...parameters.sort()].join('&');
}

/** The host of a web address, without `www.`; empty if it is none. */
export function addressSite(address: string): string {
  const [, host = ''] = /^https?:\/\/([^/?#]+)/i.exec(address) ?? [];
  return host.toLowerCase().replace(/^www\./, '');
}
