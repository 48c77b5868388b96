//! Headings in English. Compared without case, blanks and punctuation, as all headings are.

use super::column::{Column, Quantity};

/// What each heading means.
#[rustfmt::skip] // a table reads by its rows
pub(super) const MEANINGS: [(Column, &[&str]); 34] = [
    (Column::Title, &[
        "title", "programtitle", "officialname", "officialtitle", "coursetitle", "degreetitle", "credentialname",
        "programmetitle", "courseofstudy", "programofstudy", "programmeofstudy", "studyprogram", "studyprogramme",
    ]),
    (Column::Name, &["name", "program", "programme", "coursename", "course"]),
    (Column::Kind, &[
        "programtype", "credentialtype", "kind", "credential", "producttype", "certificatetype",
        "courseenrollmenttrack", "programmetype", "programkind", "credentialkind", "typeofprogram",
        "credentialtypename", "programcategory", "credentialearned", "credentialawarded", "certificateawarded", "award", "awardtype", "degree", "degreetype", "typeofdegree",
        "qualification", "qualificationtype", "qualificationawarded", "certificatename",
    ]),
    (Column::Type, &["type"]),
    (Column::School, &[
        "partner", "partnername", "partners", "institution", "institutions", "provider", "providername", "providers",
        "school", "schoolname", "schools", "university", "universities", "universityname", "organization",
        "organisation", "organizations", "offeredby", "owner", "owners", "college", "company", "authoringorganizations",
        "partnerorganization", "ownedby", "organizationname", "organisationname", "authoringorganization", "host",
        "vendor", "publisher", "institutionname", "collegename", "programpartner", "awardingbody",
        "awardinginstitution", "deliveredby", "taughtby", "brand", "trainingprovider", "trainingproviders",
        "institute", "institutes", "institutename", "educationprovider", "trainingorganization", "trainingorganisation", "schoolorprovider", "learningprovider",
    ]),
    (Column::SchoolKey, &[
        "organizationkey", "orgkey", "partnerkey", "schoolkey", "organizationshortcodeoverride", "organizationabbr",
        "organizationabbreviation", "partnershortname",
    ]),
    (Column::Platform, &["platform", "hostedon", "taughton", "deliveryplatform", "learningplatform", "platformname"]),
    (Column::PriceBasis, &[
        "pricetype", "pricebasis", "pricingmodel", "pricemodel", "billing", "billingperiod", "billingcycle",
        "paymentfrequency", "pricingtype", "priceper", "feetype", "costtype", "billed",
    ]),
    (Column::PriceAsOf, &["priceasof", "pricesasof", "costasof", "feeasof", "feesasof", "tuitionasof", "pricedate"]),
    (Column::Url, &[
        "url", "link", "programurl", "courseurl", "website", "webpage", "marketingurl", "organicurl",
        "paidlandingpageurl", "page", "redirecturl", "address", "subjectwebpage", "homepage", "programpage", "weblink",
        "hyperlink", "programlink",
    ]),
    (Column::Uuid, &["programuuid", "uuid", "courseuuid"]),
    (Column::Id, &["id", "programid", "identifier", "externalid", "externalidentifier", "ctid", "objectid"]),
    (Column::Key, &["key", "coursekey", "number", "coursenumber", "coursecode", "coursekeys"]),
    (Column::CourseCount, &[
        "numberofcourses", "courses", "coursecount", "courselist", "coursetitles", "nocourses", "ofcourses",
        "numcourses", "ncourses", "totalcourses", "coursescount", "includedcourses", "coursesincluded",
    ]),
    (Column::Length, &[
        "length", "duration", "timetocomplete", "programlength", "programduration", "estimatedlength", "months",
        "weeks", "lengthmonths", "lengthweeks", "durationmonths", "durationweeks", "weekstocomplete",
        "monthstocomplete", "years", "lengthinmonths", "lengthinweeks", "durationinmonths", "durationinweeks",
        "durationoverride", "programdurationoverride", "timerequired", "completiontime", "lengthofprogram",
        "timetofinish", "lengthofstudy", "durationofstudy", "studylength", "studyduration", "time", "timeframe"
    ]),
    (Column::Workload, &[
        "effort", "hoursperweek", "hoursaweek", "weeklyhours", "workload", "weeklyeffort", "timecommitment",
        "effortperweek", "hrswk", "efforthoursperweek", "weeklyworkload", "hoursweek", "weeklytimecommitment",
        "weeklystudyhours",
    ]),
    (Column::Least(Quantity::Workload), &[
        "mineffort", "minimumeffort", "minhoursperweek", "minweeklyhours", "minhourseffortperweek",
    ]),
    (Column::Most(Quantity::Workload), &[
        "maxeffort", "maximumeffort", "maxhoursperweek", "maxweeklyhours", "maxhourseffortperweek",
    ]),
    (Column::TotalHours, &[
        "hours", "totalhours", "efforthours", "totaleffort", "totalhoursofeffort", "hourstotal", "studyhours",
        "hoursofstudy", "learninghours", "totalstudyhours", "clockhours", "totalclockhours", "contacthours",
        "totalcontacthours", "instructionalhours", "instructionhours", "coursehours", "programhours", "traininghours",
    ]),
    (Column::Price, &[
        "price", "cost", "fee", "fees", "tuition", "programprice", "totalprice", "totalcost", "totalfee", "totalfees",
        "totaltuition", "listprice", "verifiedprice",
        "fixedpriceusd", "priceusd", "monthlysubscription", "subscription",
    ]),
    (Column::Currency, &[
        "currency", "pricecurrency", "currencycode", "costcurrencytype", "costcurrency", "pricecurrencycode",
    ]),
    (Column::Fields, &[
        "subject", "subjects", "field", "fields", "topic", "topics", "category", "categories", "primarysubject",
        "secondarysubject", "tertiarysubject", "discipline", "area", "subjectarea", "fieldofstudy", "subjectname",
    ]),
    (Column::Level, &[
        "level", "courselevel", "difficulty", "leveltype", "levels", "difficultylevel", "audiencelevel",
        "audienceleveltype", "educationallevel",
    ]),
    (Column::Languages, &[
        "mediumofinstruction", "language", "lang", "languages", "contentlanguage", "languageofinstruction", "instructionlanguage", "taughtin",
        "languagename",
    ]),
    (Column::Skills, &["skills", "skill", "skillsgained", "associatedskills", "skillnames"]),
    (Column::Pacing, &["pacing", "coursepacing", "pace", "pacingtype"]),
    (Column::Status, &["status", "state", "programstatus", "credentialstatustype", "statustype"]),
    (Column::Prerequisites, &[
        "prerequisites", "prerequisite", "prereqs", "programprerequisites", "entryrequirements", "entryrequirement",
        "admissionrequirements", "eligibility", "eligibilitycriteria", "admissioncriteria",
    ]),
    (Column::Credit, &[
        "credit", "academiccredit", "creditbearing", "crediteligible", "crediteligibility", "eligibleforcredit",
        "forcredit", "offerscredit", "collegecredit", "universitycredit", "credits", "totalcredits", "ects",
        "ectscredits", "ectspoints", "cfu", "creditpoints", "creditvalue", "numberofcredits", "studiepunten",
        "leistungspunkte", "kreditpunkte", "créditos", "crédits", "crediti",
    ]),
    (Column::AsOf, &[
        "asof", "lastmodified", "updated", "lastupdated", "dateupdated", "datamodifiedtimestamp", "modified",
        "lastupdate", "lastchanged", "dateofdata",
    ]),
    (Column::Unit(Quantity::Length), &[
        "lengthunit", "durationunit", "lengthunits", "durationunits", "unitoflength", "unitofduration", "timeunit",
        "unit",
    ]),
    (Column::ProgramName, &["programname"]),
    (Column::Note, &[
        "note", "notes", "remark", "remarks", "comment", "comments", "hinweis", "hinweise", "bemerkung", "bemerkungen",
        "anmerkung", "anmerkungen", "remarque", "remarques", "notas", "observaciones", "uwagi", "poznámka",
    ]),
    (Column::Ignored, &[
        "sno", "srno", "slno", "serialno", "shortdescription", "longdescription", "description", "overview", "associatedcatalogs", "start", "end",
        "startdate", "enddate", "starttime", "endtime", "verifiedupgradedeadline", "enrollbydate", "subtitles",
        "shortkey", "whatyoulllearn", "whatwillyoulearn", "image", "cardimageurl", "slug", "syllabus", "faq",
        "transcriptlanguage", "publishdate", "courserunenrollmenttrack", "rowid", "subtitle",
        "specializations", "format", "deliverymode", "modeofdelivery", "mode", "modality", "delivery",
    ]),
];
