/**
 * The abbreviations of a set of zones, by offset. Names and zones are those of the IANA time zone database (2025c) for the
 * years since 2023. If the database has only a number (`-03` for São Paulo), the name is the abbreviation in local use.
 */
export interface AbbreviationUse {
	/** By offset from UTC, such as `-04:00`. */
	readonly names: Readonly<Record<string, string>>;
	/** The abbreviation for both seasons: `ET`. */
	readonly generic?: string;
	/** Other names by offset, as in another language: `MEZ` for `CET`. */
	readonly otherNames?: Readonly<Record<string, string>>;
	/** Names in words for both seasons: "Pacific Time". */
	readonly words?: readonly string[];
	/** True if the names are used in this meaning only locally: elsewhere they have the meaning of an earlier row. */
	readonly localOnly?: true;
	/** IANA names separated by white space. The first one represents all. */
	readonly zones: string;
}

/** Of two rows with the same abbreviation, the more common meaning is first. */
export const ABBREVIATION_USES: readonly AbbreviationUse[] = [
	{
		names: { '-05:00': 'EST', '-04:00': 'EDT' },
		generic: 'ET',
		words: ['Eastern', 'Eastern Time', 'US Eastern', 'US Eastern Time', 'Eastern US'],
		zones: `
			America/New_York America/Detroit America/Fort_Wayne America/Grand_Turk America/Indiana/Indianapolis
			America/Indiana/Marengo America/Indiana/Petersburg America/Indiana/Vevay America/Indiana/Vincennes
			America/Indiana/Winamac America/Indianapolis America/Iqaluit America/Kentucky/Louisville
			America/Kentucky/Monticello America/Louisville America/Montreal America/Nassau America/Nipigon
			America/Pangnirtung America/Port-au-Prince America/Thunder_Bay America/Toronto Canada/Eastern EST5EDT
			US/East-Indiana US/Eastern US/Michigan
		`,
	},
	{
		names: { '-06:00': 'CST', '-05:00': 'CDT' },
		generic: 'CT',
		words: ['Central', 'Central Time', 'US Central', 'US Central Time', 'Central US'],
		zones: `
			America/Chicago America/Indiana/Knox America/Indiana/Tell_City America/Knox_IN America/Matamoros
			America/Menominee America/North_Dakota/Beulah America/North_Dakota/Center America/North_Dakota/New_Salem
			America/Ojinaga America/Rainy_River America/Rankin_Inlet America/Resolute America/Winnipeg CST6CDT
			Canada/Central US/Central US/Indiana-Starke
		`,
	},
	{
		names: { '-07:00': 'MST', '-06:00': 'MDT' },
		generic: 'MT',
		words: ['Mountain', 'Mountain Time', 'US Mountain', 'US Mountain Time', 'Mountain US'],
		zones: `
			America/Denver America/Boise America/Cambridge_Bay America/Ciudad_Juarez America/Edmonton America/Inuvik
			America/Shiprock America/Yellowknife Canada/Mountain MST7MDT Navajo US/Mountain
		`,
	},
	{
		names: { '-08:00': 'PST', '-07:00': 'PDT' },
		generic: 'PT',
		words: ['Pacific', 'Pacific Time', 'US Pacific', 'US Pacific Time', 'Pacific US'],
		zones: `
			America/Los_Angeles America/Ensenada America/Santa_Isabel America/Tijuana America/Vancouver Canada/Pacific
			Mexico/BajaNorte PST8PDT US/Pacific
		`,
	},
	{
		names: { '-09:00': 'AKST', '-08:00': 'AKDT' },
		zones: `
			America/Anchorage America/Juneau America/Metlakatla America/Nome America/Sitka America/Yakutat US/Alaska
		`,
	},
	{
		names: { '-10:00': 'HST' },
		zones: 'Pacific/Honolulu HST Pacific/Johnston US/Hawaii',
	},
	{
		names: { '-04:00': 'AST', '-03:00': 'ADT' },
		zones: `
			America/Halifax America/Glace_Bay America/Goose_Bay America/Moncton America/Thule Atlantic/Bermuda
			Canada/Atlantic
		`,
	},
	{
		names: { '-03:30': 'NST', '-02:30': 'NDT' },
		zones: 'America/St_Johns Canada/Newfoundland',
	},
	{
		names: { '+00:00': 'GMT', '+01:00': 'BST' },
		words: ['London Time', 'UK Time'],
		zones: 'Europe/London Europe/Belfast Europe/Guernsey Europe/Isle_of_Man Europe/Jersey GB GB-Eire',
	},
	{
		names: { '+05:30': 'IST' },
		zones: 'Asia/Kolkata Asia/Calcutta',
	},
	{
		names: { '+00:00': 'GMT', '+01:00': 'IST' },
		zones: 'Europe/Dublin Eire',
	},
	{
		names: { '+00:00': 'WET', '+01:00': 'WEST' },
		words: ['Western European Time'],
		zones: 'Europe/Lisbon Atlantic/Canary Atlantic/Faeroe Atlantic/Faroe Atlantic/Madeira Portugal WET',
	},
	{
		names: { '+01:00': 'CET', '+02:00': 'CEST' },
		otherNames: { '+01:00': 'MEZ', '+02:00': 'MESZ' },
		words: ['Central European Time', 'Central European Standard Time', 'Central European Summer Time'],
		zones: `
			Europe/Berlin Africa/Ceuta Arctic/Longyearbyen Atlantic/Jan_Mayen CET Europe/Amsterdam Europe/Andorra
			Europe/Belgrade Europe/Bratislava Europe/Brussels Europe/Budapest Europe/Busingen Europe/Copenhagen
			Europe/Gibraltar Europe/Ljubljana Europe/Luxembourg Europe/Madrid Europe/Malta Europe/Monaco Europe/Oslo
			Europe/Paris Europe/Podgorica Europe/Prague Europe/Rome Europe/San_Marino Europe/Sarajevo Europe/Skopje
			Europe/Stockholm Europe/Tirane Europe/Vaduz Europe/Vatican Europe/Vienna Europe/Warsaw Europe/Zagreb
			Europe/Zurich Poland
		`,
	},
	{
		names: { '+02:00': 'EET', '+03:00': 'EEST' },
		otherNames: { '+02:00': 'OEZ', '+03:00': 'OESZ' },
		words: ['Eastern European Time'],
		zones: `
			Europe/Helsinki Africa/Cairo Asia/Beirut Asia/Famagusta Asia/Gaza Asia/Hebron Asia/Nicosia EET Egypt
			Europe/Athens Europe/Bucharest Europe/Chisinau Europe/Kiev Europe/Kyiv Europe/Mariehamn Europe/Nicosia
			Europe/Riga Europe/Sofia Europe/Tallinn Europe/Tiraspol Europe/Uzhgorod Europe/Vilnius Europe/Zaporozhye
		`,
	},
	{
		names: { '+03:00': 'MSK' },
		zones: 'Europe/Moscow Europe/Kirov Europe/Simferopol Europe/Volgograd W-SU',
	},
	{
		names: { '+02:00': 'IST', '+03:00': 'IDT' },
		zones: 'Asia/Jerusalem Asia/Tel_Aviv Israel',
	},
	{
		names: { '+08:00': 'CST' },
		zones: `
			Asia/Shanghai Asia/Chongqing Asia/Chungking Asia/Harbin Asia/Macao Asia/Macau Asia/Taipei PRC ROC
		`,
	},
	{
		names: { '+09:00': 'JST' },
		zones: 'Asia/Tokyo Japan',
	},
	{
		names: { '+09:00': 'KST' },
		zones: 'Asia/Seoul Asia/Pyongyang ROK',
	},
	{
		names: { '+08:00': 'HKT' },
		zones: 'Asia/Hong_Kong Hongkong',
	},
	{
		names: { '+08:00': 'SGT' },
		zones: 'Asia/Singapore Singapore',
	},
	{
		names: { '+10:00': 'AEST', '+11:00': 'AEDT' },
		zones: `
			Australia/Sydney Antarctica/Macquarie Australia/ACT Australia/Canberra Australia/Currie Australia/Hobart
			Australia/Melbourne Australia/NSW Australia/Tasmania Australia/Victoria
		`,
	},
	{
		names: { '+09:30': 'ACST', '+10:30': 'ACDT' },
		zones: 'Australia/Adelaide Australia/Broken_Hill Australia/South Australia/Yancowinna',
	},
	{
		names: { '+08:00': 'AWST' },
		zones: 'Australia/Perth Australia/West',
	},
	{
		names: { '+12:00': 'NZST', '+13:00': 'NZDT' },
		zones: 'Pacific/Auckland Antarctica/McMurdo Antarctica/South_Pole NZ',
	},
	{
		names: { '+02:00': 'SAST' },
		zones: 'Africa/Johannesburg Africa/Maseru Africa/Mbabane',
	},
	{
		names: { '+01:00': 'WAT' },
		zones: `
			Africa/Lagos Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa Africa/Libreville Africa/Luanda
			Africa/Malabo Africa/Ndjamena Africa/Niamey Africa/Porto-Novo
		`,
	},
	{
		names: { '+03:00': 'EAT' },
		zones: `
			Africa/Nairobi Africa/Addis_Ababa Africa/Asmara Africa/Asmera Africa/Dar_es_Salaam Africa/Djibouti
			Africa/Kampala Africa/Mogadishu Indian/Antananarivo Indian/Comoro Indian/Mayotte
		`,
	},
	{
		names: { '+02:00': 'CAT' },
		zones: `
			Africa/Maputo Africa/Blantyre Africa/Bujumbura Africa/Gaborone Africa/Harare Africa/Juba Africa/Khartoum
			Africa/Kigali Africa/Lubumbashi Africa/Lusaka Africa/Windhoek
		`,
	},
	{
		names: { '-03:00': 'BRT' },
		zones: `
			America/Sao_Paulo Brazil/East America/Bahia America/Fortaleza America/Recife America/Belem America/Maceio
			America/Araguaina America/Santarem
		`,
	},
	{
		names: { '-03:00': 'ART' },
		zones: `
			America/Argentina/Buenos_Aires America/Buenos_Aires America/Argentina/Cordoba America/Argentina/Mendoza
			America/Argentina/Salta America/Argentina/Tucuman
		`,
	},
	{
		names: { '+10:00': 'ChST' },
		zones: 'Pacific/Guam Pacific/Saipan',
	},
	{
		names: { '-11:00': 'SST' },
		zones: 'Pacific/Pago_Pago Pacific/Midway Pacific/Samoa US/Samoa',
	},
	{
		names: { '+03:00': 'AST' },
		zones: 'Asia/Riyadh Asia/Kuwait Asia/Baghdad Asia/Qatar Asia/Bahrain Asia/Aden',
	},
	{
		names: { '+04:00': 'GST' },
		zones: 'Asia/Dubai Asia/Muscat',
	},
	{
		names: { '+00:00': 'GMT' },
		localOnly: true,
		zones: `
			Africa/Abidjan Africa/Accra Africa/Bamako Africa/Banjul Africa/Bissau Africa/Conakry Africa/Dakar
			Africa/Freetown Africa/Lome Africa/Monrovia Africa/Nouakchott Africa/Ouagadougou Africa/Sao_Tome
			Africa/Timbuktu America/Danmarkshavn Atlantic/Reykjavik Atlantic/St_Helena GMT GMT+0 GMT-0 GMT0 Greenwich
			Iceland
		`,
	},
	{
		names: { '+01:00': 'CET' },
		localOnly: true,
		zones: 'Africa/Algiers Africa/Tunis',
	},
	{
		names: { '+02:00': 'EET' },
		localOnly: true,
		zones: 'Africa/Tripoli Europe/Kaliningrad Libya',
	},
	{
		names: { '-10:00': 'HST', '-09:00': 'HDT' },
		localOnly: true,
		zones: 'America/Adak America/Atka US/Aleutian',
	},
	{
		names: { '-04:00': 'AST' },
		localOnly: true,
		zones: `
			America/Anguilla America/Antigua America/Aruba America/Barbados America/Blanc-Sablon America/Curacao
			America/Dominica America/Grenada America/Guadeloupe America/Kralendijk America/Lower_Princes America/Marigot
			America/Martinique America/Montserrat America/Port_of_Spain America/Puerto_Rico America/Santo_Domingo
			America/St_Barthelemy America/St_Kitts America/St_Lucia America/St_Thomas America/St_Vincent America/Tortola
			America/Virgin
		`,
	},
	{
		names: { '-05:00': 'EST' },
		localOnly: true,
		zones: `
			America/Atikokan America/Cancun America/Cayman America/Coral_Harbour America/Jamaica America/Panama EST
			Jamaica
		`,
	},
	{
		names: { '-06:00': 'CST' },
		localOnly: true,
		zones: `
			America/Bahia_Banderas America/Belize America/Chihuahua America/Costa_Rica America/El_Salvador
			America/Guatemala America/Managua America/Merida America/Mexico_City America/Monterrey America/Regina
			America/Swift_Current America/Tegucigalpa Canada/Saskatchewan Mexico/General
		`,
	},
	{
		names: { '-05:00': 'COT' },
		zones: 'America/Bogota',
	},
	{
		names: { '-04:00': 'VET' },
		zones: 'America/Caracas',
	},
	{
		names: { '-07:00': 'MST' },
		localOnly: true,
		zones: `
			America/Creston America/Dawson America/Dawson_Creek America/Fort_Nelson America/Hermosillo America/Mazatlan
			America/Phoenix America/Whitehorse Canada/Yukon MST Mexico/BajaSur US/Arizona
		`,
	},
	{
		names: { '-05:00': 'CST', '-04:00': 'CDT' },
		localOnly: true,
		zones: 'America/Havana Cuba',
	},
	{
		names: { '-05:00': 'PET' },
		zones: 'America/Lima',
	},
	{
		names: { '-03:00': 'UYT' },
		zones: 'America/Montevideo',
	},
	{
		names: { '-04:00': 'CLT', '-03:00': 'CLST' },
		zones: 'America/Santiago Chile/Continental',
	},
	{
		names: { '+07:00': 'ICT' },
		zones: 'Asia/Bangkok Asia/Ho_Chi_Minh Asia/Saigon Asia/Phnom_Penh Asia/Vientiane',
	},
	{
		names: { '+06:00': 'BST' },
		zones: 'Asia/Dhaka Asia/Dacca',
	},
	{
		names: { '+07:00': 'WIB' },
		zones: 'Asia/Jakarta Asia/Pontianak',
	},
	{
		names: { '+09:00': 'WIT' },
		zones: 'Asia/Jayapura',
	},
	{
		names: { '+05:00': 'PKT' },
		zones: 'Asia/Karachi',
	},
	{
		names: { '+05:45': 'NPT' },
		zones: 'Asia/Kathmandu Asia/Katmandu',
	},
	{
		names: { '+08:00': 'MYT' },
		zones: 'Asia/Kuala_Lumpur Asia/Kuching',
	},
	{
		names: { '+08:00': 'WITA' },
		zones: 'Asia/Makassar Asia/Ujung_Pandang',
	},
	{
		names: { '+08:00': 'PST' },
		localOnly: true,
		zones: 'Asia/Manila',
	},
	{
		names: { '+08:00': 'PHT' },
		zones: 'Asia/Manila',
	},
	{
		names: { '+10:00': 'AEST' },
		localOnly: true,
		zones: 'Australia/Brisbane Australia/Lindeman Australia/Queensland',
	},
	{
		names: { '+09:30': 'ACST' },
		localOnly: true,
		zones: 'Australia/Darwin Australia/North',
	},
	{
		names: { '+03:00': 'TRT' },
		zones: 'Europe/Istanbul Asia/Istanbul Turkey',
	},
	{
		names: { '+01:00': 'MET', '+02:00': 'MEST' },
		zones: 'MET',
	},
];
