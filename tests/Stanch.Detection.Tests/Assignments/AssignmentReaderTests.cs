using System.Text;
using Stanch.Detection.Assignments;

namespace Stanch.Detection.Tests.Assignments;

public sealed class AssignmentReaderTests
{
    // What stands for the value in the rows; the value itself is drawn anew for each.
    private const string Value = "‹v›";
    private static readonly string[] Keywords = ["password", "token", "secret", "api_key", "apikey", "api-key", "PGPASSWORD"];
    private static readonly Gen<string> Values = Gen.Char["abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"].Array[24].Select(characters => new string(characters));

    public static TheoryData<string, string, bool> Assigned => new()
    {
        // Code.
        { """const password = "‹v›";""", "password", true },
        { """let dbPassword = '‹v›'""", "dbPassword", true },
        { """var apiKey = `‹v›`;""", "apiKey", true },
        { """export const API_KEY: string = "‹v›";""", "API_KEY", true },
        { """private readonly token: string = '‹v›';""", "token", true },
        { """config.password = "‹v›";""", "config.password", true },
        { """config["password"] = "‹v›";""", "password", true },
        { """password = "‹v›"  # Python""", "password", true },
        { """password: str = "‹v›" """, "password", true },
        { """password: Optional[str] = "‹v›" """, "password", true },
        { """token = b'‹v›'""", "token", true },
        { """token = f"‹v›" """, "token", true },
        { "token = \"\"\"‹v›\"\"\"", "token", true },
        { """connect(password="‹v›", host="db")""", "password", true },
        { """connect(host="db", password='‹v›')""", "password", true },
        { """os.environ["API_TOKEN"] = "‹v›" """, "API_TOKEN", true },
        { """os.environ.setdefault("API_TOKEN", "‹v›")""", "API_TOKEN", true },
        { """os.getenv("API_TOKEN", "‹v›")""", "API_TOKEN", true },
        { """token := "‹v›" """, "token", true },
        { """var token string = "‹v›" """, "token", true },
        { """const apiToken string = "‹v›" """, "apiToken", true },
        { """Password: "‹v›",""", "Password", true },
        { """let token: &str = "‹v›";""", "token", true },
        { """const API_KEY: &'static str = "‹v›";""", "API_KEY", true },
        { """pub static SECRET: &str = "‹v›";""", "SECRET", true },
        { """String password = "‹v›";""", "password", true },
        { """private static final String SECRET = "‹v›";""", "SECRET", true },
        { """setPassword("‹v›");""", "setPassword", true },
        { """dataSource.setPassword("‹v›");""", "dataSource.setPassword", true },
        { """props.put("password", "‹v›");""", "password", true },
        { """map.put("api.token", "‹v›");""", "api.token", true },
        { """Map.of("password", "‹v›")""", "password", true },
        { """@Value("${db.password:‹v›}")""", "db.password", false },
        { """val token: String = "‹v›" """, "token", true },
        { """const val API_KEY = "‹v›" """, "API_KEY", true },
        { """let token: String = "‹v›" // Swift""", "token", true },
        { """string password = @"‹v›";""", "password", true },
        { """string password = $"‹v›";""", "password", true },
        { """public string Password { get; set; } = "‹v›";""", "Password", true },
        { """["Password"] = "‹v›",""", "Password", true },
        { """{ "Password", "‹v›" },""", "Password", true },
        { """char *password = "‹v›";""", "password", true },
        { """const char password[] = "‹v›";""", "password", true },
        { """#define API_KEY "‹v›" """, "API_KEY", true },
        { """std::string token{"‹v›"};""", "token", true },
        { """std::string token("‹v›");""", "token", true },
        { """NSString *token = @"‹v›";""", "token", true },
        { """$password = '‹v›';""", "$password", true },
        { """$this->password = '‹v›';""", "password", true },
        { """'password' => '‹v›',""", "password", true },
        { """define('DB_PASSWORD', '‹v›');""", "DB_PASSWORD", true },
        { """:password => "‹v›",""", "password", true },
        { """password: "‹v›", # Ruby""", "password", true },
        { """ENV["API_TOKEN"] ||= "‹v›" """, "API_TOKEN", true },
        { """ENV.fetch("API_TOKEN", "‹v›")""", "API_TOKEN", true },
        { """password '‹v›' // Groovy""", "password", true },
        { """password = project.findProperty('x') ?: '‹v›'""", "password", true },
        { """password = given ?: "‹v›" // Kotlin""", "password", true },
        { """password = given ?? "‹v›";""", "password", true },
        { """password: options.given || '‹v›',""", "password", true },
        { """password = given or "‹v›" # Python""", "password", true },
        { """password = given ? given : "‹v›";""", "password", true },
        { """password = isLocal ? "‹v›" : read();""", "password", true },
        { """password (System.getenv("DB") != null ? System.getenv("DB") : "‹v›")""", "password", true },
        { """password = os.getenv("DB", "‹v›")""", "password", true },
        { """password = os.environ.get('DB', '‹v›')""", "password", true },
        { """password = ENV.fetch("DB", "‹v›")""", "password", true },
        { """'password' => env('DB', '‹v›'),""", "password", true },
        { """my $password = "‹v›";""", "$password", true },
        { """%h = (password => "‹v›");""", "password", true },
        { """local token = "‹v›" -- Lua""", "token", true },
        { """(def password "‹v›")""", "password", true },
        { """{:password "‹v›"}""", "password", true },
        { """config :app, token: "‹v›" """, "token", true },
        { """password <- "‹v›" """, "password", true },
        { """password :: String""" + "\n" + """password = "‹v›" """, "", true },
        { """final String token = '‹v›'; // Dart""", "token", true },
        { """Dim password As String = "‹v›" """, "password", true },
        { """$Password = "‹v›" # PowerShell""", "$Password", true },
        { """$env:API_TOKEN = '‹v›'""", "API_TOKEN", true },
        { """-Password '‹v›'""", "-Password", true },
        { """password ?? "‹v›" """, "password", true },
        { """process.env.API_TOKEN || '‹v›'""", "process.env.API_TOKEN", true },
        { """if (password == "‹v›") {""", "password", true },
        { """if (token === '‹v›') {""", "token", true },
        { """if password != "‹v›":""", "password", true },
        { """if ("‹v›" == password) {""", "password", true },
        { """if ("‹v›".equals(password)) {""", "password", true },
        { """if ("‹v›".equalsIgnoreCase(password)) {""", "password", true },
        { """if (strcmp(password, "‹v›") == 0)""", "password", true },
        { """hash_equals($token, '‹v›')""", "$token", true },
        { """hmac.compare_digest(token, "‹v›")""", "token", true },
        { """-define(PASSWORD, "‹v›").""", "PASSWORD", true },
        { """strcpy(password, "‹v›");""", "password", true },
        { """{password, "‹v›"}, % Erlang""", "password", true },
        { """{password, <<"‹v›">>},""", "password", true },
        { """parser.add_argument("--password", default="‹v›")""", "--password", true },
        { "variable \"db_password\" {\n  default = \"‹v›\"\n}", "db_password", true },
        { """password.equals("‹v›")""", "password.equals", true },
        { """string password =""" + "\n" + """    "‹v›";""", "password", true },
        { """password = (""" + "\n" + """    "‹v›" """ + "\n)", "password", true },

        // Shell and its like.
        { "API_TOKEN=‹v›", "API_TOKEN", false },
        { "export API_TOKEN=‹v›", "API_TOKEN", false },
        { "export API_TOKEN='‹v›'", "API_TOKEN", true },
        { "export API_TOKEN=\"‹v›\"", "API_TOKEN", true },
        { "PGPASSWORD=‹v› psql -h db", "PGPASSWORD", false },
        { "set API_TOKEN=‹v›\r\n", "API_TOKEN", false },
        { "setx API_TOKEN ‹v›", "API_TOKEN", false },
        { "set -x API_TOKEN ‹v›", "API_TOKEN", false },
        { "setenv API_TOKEN ‹v›", "API_TOKEN", false },
        { "ENV API_TOKEN ‹v›", "API_TOKEN", false },
        { "ENV API_TOKEN=‹v›", "API_TOKEN", false },
        { "ARG API_TOKEN=‹v›", "API_TOKEN", false },
        { "mysql --password=‹v› -u root", "--password", false },
        { "vault login --token ‹v›", "--token", false },
        { "cli --api-key \"‹v›\"", "--api-key", true },
        { "cli --password '‹v›' --host x", "--password", true },
        { "cli -token=‹v›", "-token", false },
        { "API_TOKEN=‹v›;echo", "API_TOKEN", false },
        { "${API_TOKEN:-‹v›}", "API_TOKEN", false },
        { "${API_TOKEN:=‹v›}", "API_TOKEN", false },

        // Configuration.
        { "password: ‹v›", "password", false },
        { "password: '‹v›'", "password", true },
        { "password: \"‹v›\"", "password", true },
        { "  - password: ‹v›  # why", "password", false },
        { "password: |\n  ‹v›\n", "password", false },
        { "password: |-\r\n  ‹v›\r\n", "password", false },
        { "password: >-\n    ‹v›\n", "password", false },
        { "\"password\": ‹v›", "password", false },
        { "password : ‹v›", "password", false },
        { "password: !!str ‹v›", "password", false },
        { "aws configure set api_key ‹v›", "api_key", false },
        { "remote_password ‹v›\n", "remote_password", false },
        { "{\"password\": \"‹v›\"}", "password", true },
        { "{\"password\":\"‹v›\"}", "password", true },
        { "{\"password\" : \"‹v›\",", "password", true },
        { "{\n  \"password\":\n    \"‹v›\"\n}", "password", true },
        { "\"{\\\"password\\\":\\\"‹v›\\\"}\"", "password", true },
        { "\"{\\\"password\\\": \\\"‹v›\\\", \\\"a\\\": 1}\"", "password", true },
        { "\"{\\\\\\\"password\\\\\\\":\\\\\\\"‹v›\\\\\\\"}\"", "password", true },
        { "password = \"‹v›\" # TOML", "password", true },
        { "password = '''‹v›'''", "password", true },
        { "password=‹v›\n[next]", "password", false },
        { "db.password=‹v›", "db.password", false },
        { "db.password = ‹v›", "db.password", false },
        { "spring.datasource.password: ‹v›", "spring.datasource.password", false },
        { "<password>‹v›</password>", "password", false },
        { "<db:password>‹v›</db:password>", "password", false },
        { "<password type=\"text\">‹v›</password>", "password", false },
        { "<add key=\"ApiToken\" value=\"‹v›\" />", "ApiToken", true },
        { "<property name=\"password\" value=\"‹v›\"/>", "password", true },
        { "<property name=\"password\">‹v›</property>", "password", false },
        { "<entry key=\"password\">‹v›</entry>", "password", false },
        { "<user name=\"a\" password=\"‹v›\"/>", "password", true },
        { "<meta name=\"api-token\" content=\"‹v›\">", "api-token", true },
        { "<string name=\"api_key\">‹v›</string>", "api_key", false },
        { "<key>apiToken</key>\n\t<string>‹v›</string>", "apiToken", false },
        { "- name: API_TOKEN\n  value: ‹v›", "API_TOKEN", false },
        { "- name: API_TOKEN\n  value: \"‹v›\"", "API_TOKEN", true },
        { "{\"name\": \"API_TOKEN\", \"value\": \"‹v›\"}", "API_TOKEN", true },
        { "token = \"‹v›\" // HCL", "token", true },
        { "machine h login l password ‹v›", "password", false },
        { "//npm.registry.example/:_authToken=‹v›", "_authToken", false },
        { "password=‹v›, user=x", "password", false },

        // Headers, addresses, queries, connection strings.
        { "X-Api-Key: ‹v›", "X-Api-Key", false },
        { "curl -H \"X-Api-Key: ‹v›\" https://h", "X-Api-Key", false },
        { "curl -H 'Api-Token: ‹v›'", "Api-Token", false },
        { "https://h/p?a=1&token=‹v›&b=2", "token", false },
        { "https://h/p?api_key=‹v›", "api_key", false },
        { "\"https://h/p?api_key=‹v›\"", "api_key", false },
        { "Server=h;User Id=u;Password=‹v›;", "Password", false },
        { "\"Server=h;Password=‹v›;Encrypt=true\"", "Password", false },
        { "\"Server=h;Password=‹v›\"", "Password", false },
        { "Password='‹v›';", "Password", true },
        { "jdbc:mysql://h/d?user=u&password=‹v›", "password", false },
        { "CREATE USER u WITH PASSWORD '‹v›';", "PASSWORD", true },
        { "IDENTIFIED BY PASSWORD \"‹v›\"", "PASSWORD", true },
        { "<name>db.password</name>\n  <value>‹v›</value>", "db.password", false },
        { "<td>password</td><td>‹v›</td>", "password", false },
        { "<dt>password</dt>\n<dd>‹v›</dd>", "password", false },

        // Prose.
        { "| password | ‹v› |", "password", false },
        { "| host | `password` | `‹v›` |", "password", true },
        { "|password|‹v›|", "password", false },
        { "**Password:** ‹v›", "Password", false },
        { "**Password**: ‹v›", "Password", false },
        { "The password is '‹v›'.", "password", true },
        { "The password for the user \"somebody\" is \"‹v›\".", "password", true },
        { "the token of the robot is `‹v›`", "token", true },
    };

    public static TheoryData<string> NotAssigned =>
    [
        "the password is wrong",
        "Enter your password, please",
        "Your password must have 12 characters.",
        "password",
        "password ",
        "password\n",
        "password=",
        "password:",
        "password: \n",
        "password=\nuser=somebody",
        "password=\r\nuser=somebody",
        "password:\n  user: somebody",
        "password:\r\nuser: somebody",
        "password = \n\nuser = somebody",
        "password: |\n",
        "PASSWORD=\"\"",
        "password: ''",
        "password = \"\"\n\"next line here\"",
        "def get_password(self):",
        "function getToken() {",
        "func (c *Client) Token() string {",
        "public string Password { get; set; }",
        "getPassword();",
        "let token: &str;",
        "if (password) {",
        "if (!token) return;",
        "return token;",
        "token, err := login()",
        "import { token } from './token'",
        "<password></password>",
        "<password/>",
        "`password` varchar(255) NOT NULL",
        "password-protected",
        "log(password, \"is wrong\")",
        "{token.STRING, \"is a word\"},",
        "[\"the old password\", \"the new one\"]",
        "password expired\n",
        "password 0123456789abcdef0123456789abcdef\n",
        "token-based authentication",
        "--password\n",
        "the token 'is quoted",
        "password for the user is wrong",
        "| password",
        "| password |",
        "user | password | somebody",
        "<td>password</td>",
        "<td>password</td></tr>",
        "password for 'somebody'",
        "password of\nthe user is 'somebody'",
        "password => ",
        "{\"password\":null",
        "{\"password\":true",
    ];

    [Theory]
    [MemberData(nameof(Assigned))]
    public void AValueIsReadInEverySyntax(string template, string name, bool quoted) => Values.Sample(
        value =>
        {
            var text = template.Replace(Value, value, StringComparison.Ordinal);
            var found = ReadAll(text).Where(read => read.Value == value).ToArray();
            if (name.Length == 0)
            {
                return;
            }

            found.ShouldNotBeEmpty($"{template} gave {string.Join(" | ", ReadAll(text).Select(read => $"{read.Name}={read.Value.Replace(value, Value, StringComparison.Ordinal)}"))}");
            found[0].Name.ShouldBe(name);
            found[0].Quoted.ShouldBe(quoted, template);
        },
        iter: 3);

    [Theory]
    [MemberData(nameof(NotAssigned))]
    public void ANameThatIsGivenNoValueIsNoAssignment(string text) =>
        ReadAll(text).Select(read => $"{read.Name}={read.Value}").Where(read => !read.EndsWith("=null", StringComparison.Ordinal) && !read.EndsWith("=true", StringComparison.Ordinal)).ShouldBeEmpty();

    // What is read is the expression, never a literal that stands elsewhere on the line.
    [Theory]
    [InlineData("password = given, other = x ?? \"‹v›\"")]
    [InlineData("password = given; other = x ?? \"‹v›\"")]
    [InlineData("password = given\nother ?? \"‹v›\"")]
    [InlineData("f(password = given) ?? \"‹v›\"")]
    [InlineData("password = translate('label', '‹v›')")]
    [InlineData("password = given # ?? \"‹v›\"")]
    [InlineData("password = f(a ?? \"‹v›\")")]
    [InlineData("password = given ?? other + \"‹v›\"")]
    [InlineData("password = given, x ? y : \"‹v›\"")]
    public void ALiteralOutsideTheExpressionIsNoFallback(string template) => Values.Sample(
        value => ReadAll(template.Replace(Value, value, StringComparison.Ordinal)).ShouldAllBe(read => read.Value != value),
        iter: 3);

    [Fact]
    public void WhateverTheTextAnAssignmentLiesWithinIt() => Gen.Char["pasword=:?|,;()[]{}\"'` \t\n\\<>/-$or"].Array[0, 120].Select(characters => new string(characters)).Sample(text =>
    {
        var bytes = Encoding.UTF8.GetBytes($"password{text}");
        if (AssignmentReader.TryRead(bytes, 0, "password".Length, out var assignment))
        {
            assignment.ValueLength.ShouldBeGreaterThan(0);
            assignment.ValueEnd.ShouldBeLessThanOrEqualTo(bytes.Length);
            assignment.NameStart.ShouldBeLessThan(assignment.NameEnd);
        }
    });

    private static List<(string Name, string Value, bool Quoted)> ReadAll(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        List<(string, string, bool)> found = [];
        foreach (var keyword in Keywords)
        {
            for (var at = text.IndexOf(keyword, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(keyword, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (AssignmentReader.TryRead(bytes, at, at + keyword.Length, out var assignment))
                {
                    found.Add((Encoding.UTF8.GetString(assignment.Name(bytes)), Encoding.UTF8.GetString(assignment.Value(bytes)), assignment.Quoted));
                }
            }
        }

        return found;
    }
}
