import { Router } from '@vaadin/router';
import './fonts';

const base = new URL(document.baseURI).pathname;
const onTablet = /^kiosk(\/|$)/.test(window.location.pathname.slice(base.length));

const outlet = document.querySelector('#outlet');
const router = new Router(outlet);

// A tablet does not load the office, nor the office the tablet.
if (onTablet) {
  await import('./kiosk/kiosk-app');
  await router.setRoutes([{ path: '/kiosk/(.*)?', component: 'kiosk-app' }]);
} else {
  const { serverSideRoutes } = await import('./office');
  await router.setRoutes([...serverSideRoutes]);
}
