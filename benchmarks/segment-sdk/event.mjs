/** The input of event `i`: about 500 bytes on the wire. */
export const input = (i) => ({
  event: 'Order Completed',
  userId: `user-${i % 10_000}`,
  properties: {
    orderId: `order-${i}`,
    revenue: 99.99,
    currency: 'USD',
    quantity: 2,
    productId: 'widget-3000',
    category: 'Widgets',
    coupon: 'SUMMER-SALE',
    url: 'https://shop.example.com/checkout/complete?step=3',
    referrer: 'https://www.google.com/',
    isGift: false,
  },
});
