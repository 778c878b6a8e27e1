/// Modules and layers: what `torch.nn` holds, with `torch.nn.functional` as [F] and `torch.nn.init` as [Init].
///
/// - Containers: [Module], [Sequential], [ModuleList], [ModuleDict]
/// - Convolution layers: [Conv1d], [Conv2d], [Conv3d], [ConvTranspose1d], [ConvTranspose2d], [ConvTranspose3d], [Unfold],
///   [Fold]
/// - Pooling layers: [MaxPool1d], [MaxPool2d], [MaxPool3d], [MaxUnpool1d], [MaxUnpool2d], [MaxUnpool3d], [AvgPool1d],
///   [AvgPool2d], [AvgPool3d], [FractionalMaxPool2d], [FractionalMaxPool3d], [LPPool1d], [LPPool2d], [LPPool3d],
///   [AdaptiveMaxPool1d], [AdaptiveMaxPool2d], [AdaptiveMaxPool3d], [AdaptiveAvgPool1d], [AdaptiveAvgPool2d],
///   [AdaptiveAvgPool3d]
/// - Padding layers: [ReflectionPad1d], [ReflectionPad2d], [ReflectionPad3d], [ReplicationPad1d], [ReplicationPad2d],
///   [ReplicationPad3d], [ZeroPad1d], [ZeroPad2d], [ZeroPad3d], [ConstantPad1d], [ConstantPad2d], [ConstantPad3d],
///   [CircularPad1d], [CircularPad2d], [CircularPad3d]
/// - Non-linear activations (weighted sum, nonlinearity): [ELU], [Hardshrink], [Hardsigmoid], [Hardtanh], [Hardswish],
///   [LeakyReLU], [LogSigmoid], [PReLU], [ReLU], [ReLU6], [RReLU], [SELU], [CELU], [GELU], [Sigmoid], [SiLU], [Mish],
///   [Softplus], [Softshrink], [Softsign], [Tanh], [Tanhshrink], [Threshold], [GLU]
/// - Non-linear activations (other): [Softmin], [Softmax], [Softmax2d], [LogSoftmax],
///   [AdaptiveLogSoftmaxWithLoss]
/// - Normalisation layers: [BatchNorm1d], [BatchNorm2d], [BatchNorm3d], [GroupNorm], [SyncBatchNorm],
///   [InstanceNorm1d], [InstanceNorm2d], [InstanceNorm3d], [LayerNorm], [LocalResponseNorm], [CrossMapLRN2d], [RMSNorm]
/// - Linear layers: [Identity], [Linear], [Bilinear]
/// - Dropout layers: [Dropout], [Dropout1d], [Dropout2d], [Dropout3d], [AlphaDropout], [FeatureAlphaDropout]
/// - Sparse layers: [Embedding], [EmbeddingBag]
/// - Distance functions: [CosineSimilarity], [PairwiseDistance]
/// - Loss functions: [L1Loss], [MSELoss], [CrossEntropyLoss], [CTCLoss], [NLLLoss], [PoissonNLLLoss], [GaussianNLLLoss],
///   [KLDivLoss], [BCELoss], [BCEWithLogitsLoss], [MarginRankingLoss], [HingeEmbeddingLoss], [MultiLabelMarginLoss],
///   [HuberLoss], [SmoothL1Loss], [SoftMarginLoss], [MultiLabelSoftMarginLoss], [CosineEmbeddingLoss], [MultiMarginLoss],
///   [TripletMarginLoss], [TripletMarginWithDistanceLoss]
/// - Several devices: [DataParallel]
/// - Vision layers: [PixelShuffle], [PixelUnshuffle], [Upsample], [UpsamplingNearest2d], [UpsamplingBilinear2d]
/// - Shuffle layers: [ChannelShuffle]
/// - Lazy layers, which take sizes from their first input: [LazyLinear], [LazyConv1d], [LazyConv2d], [LazyConv3d],
///   [LazyConvTranspose1d], [LazyConvTranspose2d], [LazyConvTranspose3d], [LazyBatchNorm1d], [LazyBatchNorm2d],
///   [LazyBatchNorm3d], [LazyInstanceNorm1d], [LazyInstanceNorm2d], [LazyInstanceNorm3d]
/// - Utilities: [Flatten], [Unflatten]
@NullMarked
package sconce.nn;

import org.jspecify.annotations.NullMarked;
