namespace Stanch.Detection.Assignments;

/// <summary>What stands between a name and its value.</summary>
internal enum Separator
{
    /// <summary><c>=</c>, <c>:=</c>, <c>+=</c>, <c>=&gt;</c> and the like.</summary>
    Equals,

    /// <summary><c>:</c> of YAML, JSON, headers, annotations.</summary>
    Colon,

    /// <summary><c>==</c>, <c>!=</c>, <c>===</c>: a comparison with a literal.</summary>
    Comparison,

    /// <summary><c>name("value")</c>, <c>f('name', 'value')</c>.</summary>
    Call,

    /// <summary><c>'name', 'value'</c> not at the start of a call: perhaps only neighbours in a list. <c>| name | value |</c>, perhaps only columns of a table.</summary>
    List,

    /// <summary><c>&lt;name&gt;value&lt;/name&gt;</c>, <c>key="name" value="value"</c>.</summary>
    Markup,

    /// <summary><c>${NAME:-value}</c>, <c>${name:value}</c>: what holds where the name is not set.</summary>
    Expansion,

    /// <summary><c>--name value</c>, <c>ENV NAME value</c>, <c>PASSWORD 'value'</c>.</summary>
    Space,
}
