using System;

namespace ZStackGen.Tool.Importing.Sources;

/// <summary>A page cannot be downloaded. The message names the address and states the reason.</summary>
internal sealed class PageNotDownloadedException(string message) : Exception(message);
