package wording

// facts are what helps nobody but an attacker or a caller at the wrong hour (L22), and words that stand for two things (L23).
var facts = []*phrase{
	{rule: "L22", class: Loose, bare: true, anywhere: true, words: dotted,
		find: `(?:^|[^\d.\pL-])(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:/\d{1,2}|:\d{2,5})?(?:$|[^\d.\pL]|\.(?:$|\D))`, unless: `^(?:0\.0\.0\.0|127\.0\.0\.1|1\.2\.3\.4)\b`,
		lacking: `\b(?:version|release|utgåva)\b|\bv\d`},
	{rule: "L22", class: Loose, bare: true, anywhere: true, words: dotted, find: `\b(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4})+\b|\b(?:fe80|fd[0-9a-f]{2}|2[0-9a-f]{3})(?::[0-9a-f]{1,4})*::[0-9a-f:]*\b`,
		unless: `^\d\d?:\d\d:\d\d`},
	{rule: "L22", class: Loose, bare: true, words: "07 46", find: `(?:^|[^\d\pL/-])(?:\+46 ?(?:\(0\))?[ -]?7[02369]|07[02369])[ -]?\d(?:[ -]?\d){6}(?:$|\D)`},
	{rule: "L22", class: Loose, bare: true, anywhere: true, words: software,
		find: `\b(?:nginx|apache(?: httpd| tomcat| kafka)?|openssl|openssh|libressl|postgres(?:ql)?|mysql|mariadb|mongodb|redis|memcached|sqlite|oracle database|kubernetes|k8s|docker(?: engine)?|containerd|debian|ubuntu|red hat enterprise linux|rhel|centos|rocky linux|alpine linux|` +
			`linux(?: kernel)?|windows server|java|jdk|openjdk|node\.?js|python|php|ruby(?: on rails)?|rails|django|laravel|spring(?: boot)?|wordpress|jenkins|gitlab|terraform|ansible|vault|elasticsearch|opensearch|kafka|rabbitmq|tomcat|iis|exim|postfix|haproxy|envoy|traefik|log4j|keycloak|grafana|prometheus)` +
			`[ /]?(?:version |v\.?|server )?\d+(?:\.\d+)*(?:[a-z]\d?|p\d)?\b`},
	{rule: "L23", class: Loose, words: "confidential private konfidentiell privat", find: `\b(?:confidential (?:and|&) private|private (?:and|&) confidential|confidentiality (?:and|&) privacy of (?:your|our|all|customer)|konfidentiell[\pL]* och privat[\pL]*|privat[\pL]* och konfidentiell[\pL]*)\b`},
}

// dotted stands for a number that a full stop or a colon joins to another: there are too many of them to list.
const dotted = "#"

const software = "nginx apache openssl openssh libressl postgres mysql mariadb mongodb redis memcached sqlite oracle kubernetes k8s docker containerd debian ubuntu red rhel centos rocky " +
	"alpine linux windows java jdk openjdk node python php ruby rails django laravel spring wordpress jenkins gitlab terraform ansible vault elasticsearch opensearch kafka rabbitmq tomcat " +
	"iis exim postfix haproxy envoy traefik log4j keycloak grafana prometheus"
