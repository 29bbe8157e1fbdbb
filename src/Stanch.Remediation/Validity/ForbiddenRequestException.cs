namespace Stanch.Remediation.Validity;

/// <summary>The request must not be sent. The message says why, and holds no secret.</summary>
internal sealed class ForbiddenRequestException(string message) : Exception(message);
