using System;

namespace ZStackGen.Tool;

/// <summary>The command cannot be completed. The message states the reason and is shown without a stack trace.</summary>
internal sealed class ToolException(string message) : Exception(message);
