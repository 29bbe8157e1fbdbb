namespace Stanch.Cli.Agents;

/// <summary>When an agent asks.</summary>
internal enum AgentMoment
{
    /// <summary>Something else happened: all its text is looked at, and nothing can be taken back.</summary>
    Other,

    /// <summary>A person sends a prompt.</summary>
    Prompt,

    /// <summary>A tool is about to run, or a file about to be read.</summary>
    Before,

    /// <summary>A tool has run; the model has not seen its result yet.</summary>
    After,
}
