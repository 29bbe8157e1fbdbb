namespace Stanch.Reporting.Text;

/// <summary>What a piece of text is, so that its colour follows.</summary>
internal enum Style
{
    Plain,
    Quiet,
    Strong,
    Alarm,
    Warning,
    Note,
    Good,
    Command,
}
