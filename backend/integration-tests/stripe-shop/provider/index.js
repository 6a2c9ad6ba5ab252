const { ModuleProvider, Modules } = require("@medusajs/framework/utils");
const StripeBase = require("@medusajs/payment-stripe/dist/core/stripe-base").default;
// The SDK that @medusajs/payment-stripe itself comes with.
const Stripe = require(require.resolve("stripe", { paths: [require.resolve("@medusajs/payment-stripe")] }));

/** Medusa's own Stripe provider. The only thing changed is whom it calls; the getter is what every one of its subclasses says. */
class ChoPhienStripe extends StripeBase {
  static identifier = "cho-phien";

  constructor(cradle, options) {
    super(cradle, options);
    this.stripe_ = new Stripe(options.apiKey, { host: options.host, port: options.port, protocol: options.protocol });
  }

  get paymentIntentOptions() {
    return { payment_method_types: ["vietqr"], capture_method: "automatic" };
  }
}

module.exports = ModuleProvider(Modules.PAYMENT, { services: [ChoPhienStripe] });
