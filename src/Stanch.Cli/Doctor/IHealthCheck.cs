using Stanch.Detection;
using Stanch.Policy;

namespace Stanch.Cli.Doctor;

/// <summary>One thing that can be off. A new one is one file in <c>Checks/</c> and one line in <see cref="HealthChecks.All"/>.</summary>
internal interface IHealthCheck
{
    /// <summary>What it looks at, in one word.</summary>
    string Name { get; }

    /// <summary>Looks, and changes nothing.</summary>
    /// <exception cref="SourceException">git cannot be asked; the message says what to do.</exception>
    /// <exception cref="ConfigurationException">A configuration is broken.</exception>
    IEnumerable<HealthLine> Look(Invocation here);
}
