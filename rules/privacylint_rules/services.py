"""
Well-known companies and services that policies name as those who receive or process data, by what they do.

A name of one common word ("Segment", "Branch") is read only where the word is written with a capital letter inside a
sentence. Facts only: what each is used for in general, not what any policy says of it.
"""

from __future__ import annotations

from collections.abc import Mapping

SERVICES: Mapping[str, tuple[str, ...]] = {
    "analytics": (
        "Google Analytics", "Google Analytics 4", "Google Analytics for Firebase", "Firebase Analytics", "Universal Analytics", "Google Signals",
        "Google Tag Manager", "Adobe Analytics", "Amplitude", "AppsFlyer", "Adjust", "Kochava", "Branch Metrics", "Mixpanel", "Heap Analytics",
        "Hotjar", "FullStory", "Crazy Egg", "Lucky Orange", "Mouseflow", "Smartlook", "Microsoft Clarity", "Matomo", "Piwik", "Piwik Pro",
        "Plausible", "Plausible Analytics", "Fathom Analytics", "Fathom", "Simple Analytics", "Umami", "GoatCounter", "PostHog", "Segment",
        "Snowplow", "Yandex Metrica", "Comscore", "Chartbeat", "Parse.ly", "Quantcast", "Nielsen", "Facebook Analytics", "Flurry", "Flurry Analytics",
        "Countly", "TelemetryDeck", "Aptabase", "Visual Studio App Center", "App Center", "Kissmetrics", "Optimizely", "VWO", "AB Tasty",
        "Google Optimize", "Cloudflare Web Analytics", "Vercel Analytics", "Etracker", "Econda", "Contentsquare", "Unity Analytics", "GameAnalytics",
        "LaunchDarkly", "Statsig",
    ),
    "error reports": ("Crashlytics", "Firebase Crashlytics", "Sentry", "Bugsnag", "Rollbar", "Raygun", "Datadog", "New Relic", "LogRocket", "Instabug", "Honeybadger", "Papertrail", "Loggly"),
    "payments": (
        "Stripe", "PayPal", "Braintree", "Square", "Adyen", "Mollie", "Klarna", "Afterpay", "Affirm", "Worldpay", "Authorize.net", "Apple Pay",
        "Google Pay", "Google Wallet", "Amazon Pay", "Venmo", "Paddle", "Lemon Squeezy", "FastSpring", "Gumroad", "Chargebee", "Recurly", "GoCardless",
        "RevenueCat", "Xsolla", "Razorpay", "Paystack", "Flutterwave", "Mercado Pago", "Alipay", "WeChat Pay", "Coinbase", "BitPay", "Plaid",
        "Wise", "Cash App", "2Checkout", "Digital River", "Shopify Payments", "Sofort", "iDEAL", "Giropay", "Patreon", "Ko-fi", "Buy Me a Coffee",
        "Open Collective", "Donorbox", "GoFundMe", "Fundraise Up", "Classy", "Liberapay", "Skrill", "SagePay", "Opayo", "CCBill", "Cleverbridge",
    ),
    "hosting": (
        "Amazon Web Services", "AWS", "Amazon S3", "Microsoft Azure", "Google Cloud", "Google Cloud Platform", "Google Firebase", "Firebase",
        "Heroku", "DigitalOcean", "Digital Ocean", "Linode", "Vultr", "Hetzner", "OVH", "OVHcloud", "Scaleway", "Cloudflare", "Fastly", "Akamai", "Netlify", "Vercel",
        "Render.com", "Fly.io", "Supabase", "MongoDB Atlas", "Rackspace", "IONOS", "Strato", "GoDaddy", "Bluehost", "SiteGround", "DreamHost",
        "WP Engine", "Squarespace", "Wix", "WordPress.com", "Webflow", "GitHub Pages", "GitLab Pages", "jsDelivr", "Backblaze", "Wasabi", "Dropbox",
        "Google Drive", "Google Workspace", "G Suite", "Microsoft 365", "Office 365", "iCloud", "CloudKit", "Oracle Cloud", "IBM Cloud", "Alibaba Cloud",
        "Equinix", "Leaseweb", "UpCloud", "Exoscale", "Infomaniak", "Contabo", "bunny.net", "BunnyCDN", "Snowflake", "BigQuery", "Databricks", "Airtable",
    ),
    "e-mail": (
        "Mailchimp", "MailChimp", "SendGrid", "Twilio SendGrid", "Mailgun", "Mailjet", "Postmark", "Amazon SES", "Amazon Simple Email Service", "Brevo", "Sendinblue",
        "Campaign Monitor", "Constant Contact", "ConvertKit", "Kit", "Klaviyo", "ActiveCampaign", "AWeber", "GetResponse", "MailerLite", "Drip", "Substack",
        "Buttondown", "Beehiiv", "Customer.io", "Iterable", "Braze", "OneSignal", "Pushwoosh", "Airship", "Urban Airship", "SparkPost", "Mandrill", "CleverReach",
        "Sailthru", "Marketo", "Pardot", "Eloqua", "SocketLabs", "TinyLetter", "Revue", "Twilio", "Vonage", "MessageBird", "Bandwidth", "Attentive", "Listrak",
    ),
    "customer service": (
        "Zendesk", "Intercom", "Freshdesk", "Freshworks", "HelpScout", "Help Scout", "HubSpot", "Salesforce", "Crisp", "Drift", "LiveChat", "Tawk.to", "Olark",
        "Gorgias", "Zoho", "Pipedrive", "Khoros", "Discourse", "UserVoice", "Canny", "Trustpilot", "Feefo", "Bazaarvoice", "Yotpo", "SurveyMonkey", "Typeform",
        "Qualtrics", "Google Forms", "Jotform", "Tally", "Calendly", "Eventbrite", "Zoom", "Google Meet", "Microsoft Teams", "Slack", "Asana", "Notion", "Trello",
        "Jira", "Atlassian", "Greenhouse", "Lever", "Workday", "BambooHR", "Personio", "DocuSign", "HelloSign", "CiviCRM", "NationBuilder", "Fluxx",
    ),
    "advertising": (
        "Google Ads", "Google AdSense", "AdSense", "Google AdMob", "AdMob", "Google Mobile Ads", "Google Mobile Ads SDK", "Google Ad Manager", "DoubleClick", "Google Marketing Platform", "AdWords", "Google AdWords", "Meta Pixel", "Facebook Pixel",
        "Facebook Ads", "Facebook Audience Network", "Audience Network", "Meta Audience Network", "Microsoft Advertising", "Bing Ads", "Criteo", "Taboola", "Outbrain",
        "AdRoll", "The Trade Desk", "Xandr", "AppNexus", "Magnite", "Rubicon Project", "PubMatic", "OpenX", "Index Exchange", "Unity Ads", "AppLovin", "ironSource",
        "Vungle", "Liftoff", "Chartboost", "InMobi", "AdColony", "Tapjoy", "MoPub", "StartApp", "Start.io", "Ezoic", "Mediavine", "Raptive", "AdThrive", "Carbon Ads", "Amazon Publisher Services",
        "Amazon Associates", "Amazon Ads", "LinkedIn Insight Tag", "TikTok Pixel", "Twitter Ads", "Pinterest Tag", "Snap Pixel", "Awin", "Rakuten", "Commission Junction", "ShareASale",
        "LiveRamp", "Oracle BlueKai", "Lotame", "Permutive", "Sourcepoint", "OneTrust", "Cookiebot", "Usercentrics", "Pangle", "Fyber", "Smaato", "Yandex Ads", "Appodeal", "Digital Turbine", "Mintegral", "AdMarketplace",
    ),
    "security": ("reCAPTCHA", "Google reCAPTCHA", "hCaptcha", "Cloudflare Turnstile", "Akismet", "Wordfence", "Sucuri", "DataDome", "Sift", "Arkose Labs", "Auth0", "Okta", "Persona", "Onfido", "Jumio", "Veriff", "Spamhaus", "Stop Forum Spam", "MaxMind", "Ekata"),
    "content": (
        "YouTube", "Vimeo", "Google Maps", "Google Fonts", "Adobe Fonts", "Typekit", "Font Awesome", "Mapbox", "OpenStreetMap", "Gravatar", "Disqus", "AddThis", "ShareThis",
        "AddToAny", "Spotify", "SoundCloud", "Giphy", "Wistia", "Unsplash", "Apple Maps", "Bing Maps", "Wayback Machine", "Internet Archive",
    ),
    "social media": (
        "Facebook", "Instagram", "Twitter", "LinkedIn", "TikTok", "Snapchat", "Pinterest", "Reddit", "Discord", "Twitch", "WhatsApp", "Telegram", "Mastodon", "Bluesky", "Threads",
        "Tumblr", "Xing", "Meetup", "Steam", "Facebook Login", "Google Sign-In", "Sign in with Apple", "Facebook Connect",
    ),
    "artificial intelligence": ("OpenAI", "ChatGPT", "Anthropic", "Google Gemini", "Gemini", "Mistral AI", "Azure OpenAI", "Perplexity", "Hugging Face", "Replicate", "DeepL", "Cohere", "ElevenLabs", "Stability AI"),
    "several": (
        "Google", "Microsoft", "Apple", "Amazon", "Meta", "Meta Platforms", "Alphabet", "Adobe", "Oracle", "IBM", "GitHub", "GitLab", "Automattic", "Intuit", "Shopify", "WooCommerce", "Etsy",
        "eBay", "Printful", "FedEx", "UPS", "DHL", "USPS", "Royal Mail", "Experian", "Equifax", "TransUnion", "Yahoo", "Verizon", "Yandex", "Tencent", "Huawei", "Samsung", "Google Play", "Google Play Services",
        "App Store", "Apple App Store", "Xero", "QuickBooks", "Zapier", "Unity", "Expo", "Acxiom", "Epsilon", "Bing", "DuckDuckGo", "Baidu",
    ),
}  # fmt: skip
"""By purpose: the names as they are written. A longer name is found before a shorter one it begins with."""

COMMON_WORDS = frozenset(
    (
        "adjust", "segment", "square", "drip", "kit", "persona", "lever", "notion", "render", "wise", "fathom", "unity", "threads", "steam", "bandwidth", "affirm", "crisp",
        "drift", "discord", "meta", "amplitude", "sentry", "plausible", "paddle", "slack", "branch", "gemini", "apple", "expo", "heap", "classy", "revue", "sift", "magnite",
        "iterable", "replicate", "epsilon", "cohere", "alphabet", "airship", "tally", "stripe", "liftoff", "pangle", "ideal", "postmark", "zoom", "oracle", "bing", "intercom",
    )
)  # fmt: skip
"""Names that are words too: at the start of a sentence they are left out."""
